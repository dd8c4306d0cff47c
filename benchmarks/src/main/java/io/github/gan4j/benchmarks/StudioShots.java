package io.github.gan4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.studio.Studio;
import io.github.gan4j.studio.StudioSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Pictures of every page of the studio in every state, at three widths and in both themes, to be looked at. The runs in it
 * are small ones of each kind, trained for some seconds on images that are drawn here; what they have learned does not matter.
 */
final class StudioShots {
    private static final int[] WIDTHS = {390, 1280, 1920};
    private static final int PHONE = 390;
    private static final int TALLEST = 12_000;
    private static final double PATIENCE = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path to;
    private final Path data;
    private Studio studio;

    private StudioShots(Path to, Path data) {
        this.to = to;
        this.data = data;
    }

    /**
     * Takes them.
     *
     * @param only those whose name contains this
     */
    static void take(Path to, String only) throws IOException, InterruptedException {
        Files.createDirectories(to);
        new StudioShots(to, Files.createTempDirectory("gan4j-shots")).takeAll(only);
    }

    private void takeAll(String only) throws IOException, InterruptedException {
        try (Page page = new Page()) {
            studio = Studio.open(StudioSettings.local(Files.createDirectories(data.resolve("none"))));
            shoot(page, List.of(new Shot("runs-none", "", "h1"), new Shot("compare-none", "compare", "h1")), only);
            studio.close();
            studio = Studio.open(StudioSettings.local(Files.createDirectories(data.resolve("runs"))));
            furnish();
            play(page, only);
            watch();
            shoot(page, Shot.all(lab() + "&image=3" + STUDY), only);
            page.open(studio.url() + "#/");
            page.await("h1");
            studio.close();
            page.find("#offline");
            each(page, "server-away", only);
        } finally {
            studio.close();
        }
    }

    /** Small runs of each kind, and folders that are none. */
    private void furnish() throws IOException, InterruptedException {
        Path drawn = DrawnImages.pictures(data.resolve("drawings"));
        Path classes = DrawnImages.shapes(data.resolve("shapes"));
        train("gaussian-1d", "line", "", Map.of("stop", "{images: 20000}"));
        train("ring", "ring", "", Map.of("stop", "{images: 30000}"));
        train("ring", "ring-slow", "", Map.of("stop", "{images: 10000}", "generator.optimizer.learningRate", "1e-5"));
        Map<String, String> images = Map.of(
                "batchSize",
                "16",
                "data.size",
                "28",
                "stop",
                "{images: 4000}",
                "record.events",
                "{images: 160}",
                "record.pictures",
                "{images: 800}",
                "record.checkpoints",
                "{images: 800}",
                "record.keep",
                "9",
                "generator.network.width",
                "8",
                "discriminator.network.width",
                "8",
                "doctor.every",
                "{images: 2000}");
        Map<String, String> labelled = new HashMap<>(images);
        labelled.put("generator.network.labels", "every-layer");
        labelled.put("discriminator.network.labels", "projection");
        begin("strokes", "digits", "", labelled);
        // it waits for its turn, and then its images are no longer there
        Path gone = Files.createDirectories(data.resolve("gone"));
        Files.copy(drawn.resolve("0.png"), gone.resolve("0.png"));
        ObjectNode late = order("folder", "failed-at-start", gone.toString(), Map.of());
        post("/api/runs", late.put("queue", true).toString());
        Files.delete(gone.resolve("0.png"));
        over("digits");
        over("failed-at-start");
        Map<String, String> few = Map.of(
                "batchSize",
                "8",
                "data.size",
                "32",
                "stop",
                "{images: 256}",
                "metrics",
                "none",
                "generator.network.width",
                "4",
                "discriminator.network.width",
                "4",
                "record.rows",
                "2");
        train("denoise", "clean", drawn.toString(), few);
        train("super-resolution-content", "large", drawn.toString(), few);
        train(
                "mnist-semi-supervised-as-published",
                "shapes",
                classes.toString(),
                Map.of(
                        "stop",
                        "{images: 2000}",
                        "data.size",
                        "16",
                        "batchSize",
                        "20",
                        "discriminator.supervision",
                        "{labelled: 21, batchSize: 10}",
                        "generator.network.hidden",
                        "[8]",
                        "discriminator.network.hidden",
                        "[16, 8]"));
        train(
                "strokes-redraw",
                "pens",
                "",
                Map.of(
                        "stop",
                        "{images: 512}",
                        "data.size",
                        "16",
                        "batchSize",
                        "16",
                        "generator.network.width",
                        "4",
                        "discriminator.network.width",
                        "4",
                        "generator.input.encoded.network.width",
                        "4"));
        Files.createDirectories(data.resolve("runs/empty-folder"));
        Path torn = Files.createDirectories(data.resolve("runs/torn-events"));
        Files.copy(data.resolve("runs/ring/plan.yaml"), torn.resolve("plan.yaml"));
        Files.writeString(torn.resolve("events.jsonl"), "{\"step\n".repeat(3));
        Files.writeString(
                Files.createDirectories(data.resolve("runs/broken-folder")).resolve("plan.yaml"), "base: [nothing\n");
        post("/api/runs/digits/notes", "{\"note\": \"the first that worked\", \"tags\": [\"keep\", \"baseline\"]}");
        job(post("/api/use/ring/evaluate?count=500", "{}"));
        job(post("/api/use/ring-slow/evaluate?count=500", "{}"));
        String export = "/api/jobs/"
                + job(post("/api/use/digits/export?formats=onnx,safetensors", "{}"))
                        .path("job")
                        .asText()
                + "/export.zip";
        besideTheRuns(export, "generator.onnx");
        job(post("/api/use/ring/export?formats=html", "{}"));
        open(lab());
        job(post("/api/lab/study?" + lab() + STUDY, "{}"));
    }

    private void besideTheRuns(String zip, String name) throws IOException, InterruptedException {
        byte[] bytes = client.send(HttpRequest.newBuilder(at(zip)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                if (entry.getName().endsWith(name))
                    Files.write(data.resolve("runs").resolve(name), in.readAllBytes());
        }
    }

    /** The course with a game that is played; games are over before anything else trains. */
    private void play(Page page, String only) throws IOException, InterruptedException {
        shoot(
                page,
                List.of(
                        new Shot("learn-5-played", "learn/5", List.of("#start", "#play"), ".plot"),
                        new Shot("learn-6-played", "learn/6", List.of("#start", "#discriminator-10"), "canvas.scene"),
                        new Shot("learn-7-played", "learn/7", List.of("#start"), "canvas.scene")),
                only);
        String training = get("/api/runs").path("training").asText();
        if (training.isEmpty()) return;
        post("/api/runs/" + training + "/stop", "{}");
        over(training);
    }

    /** One that goes on while its pages are looked at. */
    private void watch() throws IOException, InterruptedException {
        begin(
                "strokes",
                "running",
                "",
                Map.of(
                        "stop",
                        "{images: 100000000}",
                        "batchSize",
                        "8",
                        "generator.network.width",
                        "2",
                        "discriminator.network.width",
                        "2"));
        post("/api/runs/running/steer", "{\"secondsPerStep\": 0.5}");
        post(
                "/api/runs",
                order("strokes", "waiting", "", Map.of()).put("queue", true).toString());
        Page.sleep(10);
    }

    private static final String STUDY = "&attacks=fgsm,iterated&others=perceptron&hardened=1&count=200&epsilon=0.15";

    private String lab() {
        return "structure=softmax&data="
                + URLEncoder.encode(data.resolve("shapes").toString(), StandardCharsets.UTF_8);
    }

    private void shoot(Page page, List<Shot> shots, String only) throws IOException {
        for (Shot shot : shots) {
            if (!shot.name().contains(only)) continue;
            try {
                page.open(studio.url() + "#/" + shot.place());
                for (String press : shot.presses()) page.press(press);
                page.find(shot.awaited());
                each(page, shot.name(), only);
            } catch (IllegalStateException missing) {
                System.out.println(shot.name() + ": " + missing.getMessage());
                each(page, shot.name() + "-incomplete", "");
            }
        }
    }

    private void each(Page page, String name, String only) throws IOException {
        if (!name.contains(only)) return;
        for (int width : WIDTHS)
            for (String theme : List.of("light", "dark")) {
                page.instrument(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
                size(page, width, 900);
                Page.sleep(0.5);
                // a page knows its height once it has its width
                size(page, width, (int) Math.max(600, Math.min(TALLEST, page.height())));
                Page.sleep(0.5);
                byte[] png = Base64.getDecoder()
                        .decode((String) page.instrument("Page.captureScreenshot", Map.of("format", "png"))
                                .get("data"));
                Files.write(to.resolve(name + "-" + width + "-" + theme + ".png"), png);
                double wide = page.width();
                if (wide > width) System.out.printf("%s at %d: %.0f pixels wide%n", name, width, wide);
            }
    }

    private static void size(Page page, int width, int height) {
        page.instrument(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width == PHONE));
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(at(path))
                .header("X-Gan4j", "studio")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(at(path)).build());
    }

    private URI at(String path) {
        return URI.create(studio.url()).resolve(path);
    }

    private JsonNode sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300)
            System.out.println(request.uri().getPath() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        return Json.parse(answer.body());
    }

    private static ObjectNode order(String preset, String name, String images, Map<String, String> settings) {
        ObjectNode order = Json.object().put("preset", preset).put("name", name).put("data", images);
        ObjectNode set = order.putObject("set").put("threads", "1").put("precision", "fp32");
        settings.forEach(set::put);
        return order;
    }

    private void begin(String preset, String name, String images, Map<String, String> settings)
            throws IOException, InterruptedException {
        post("/api/runs", order(preset, name, images, settings).toString());
    }

    /** Starts a run and waits until it is over. */
    private void train(String preset, String name, String images, Map<String, String> settings)
            throws IOException, InterruptedException {
        begin(preset, name, images, settings);
        over(name);
    }

    private void over(String name) throws IOException, InterruptedException {
        await(
                name,
                () -> List.of("finished", "failed", "stopped", "")
                                .contains(get("/api/runs/" + name).path("state").asText())
                        && !get("/api/runs").path("training").asText().equals(name));
    }

    private JsonNode job(JsonNode first) throws IOException, InterruptedException {
        String path = "/api/jobs/" + first.path("job").asText();
        await(path, () -> !get(path).path("state").asText().equals("going"));
        return get(path);
    }

    private void open(String images) throws IOException, InterruptedException {
        post("/api/lab/open?" + images, "{}");
        await(
                "lab",
                () -> !get("/api/lab/state?" + images).path("state").asText().equals("opening"));
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + (long) (PATIENCE * 1e9); System.nanoTime() < end; Page.sleep(0.2))
            if (condition.holds()) return;
        System.out.println(what + ": not done within " + PATIENCE + " seconds");
    }
}
