package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.ClassList;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.serve.ModelServer;
import io.github.gan4j.serve.ServeSettings;
import io.github.gan4j.studio.Studio;
import io.github.gan4j.studio.StudioSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A class that is written means the same to every command and request, and what they print of one can be given back. */
class ClassMeaningTest {
    /** Two are named by each other's numbers, and one as no file can be. */
    private static final List<String> NAMES = List.of("1", "0", "Big cat", "x/y");

    /** What people may write, and the class that it means; -1 for none. */
    private static final Map<String, Integer> WORDS =
            Map.of("1", 0, "0", 1, "Big cat", 2, "#3", 3, "3", -1, "big cat", -1);

    @TempDir
    static Path folder;

    private static Path generator;
    private static Path redrawer;
    private static Path image;
    private static ModelServer server;
    private static Studio studio;

    /** What comes of a class: an answer that differs from class to class, or an error. */
    private record Outcome(String answer, String error) {
        static Outcome of(HttpResponse<byte[]> response) throws IOException {
            String body = new String(response.body(), StandardCharsets.ISO_8859_1);
            return response.statusCode() == 200
                    ? new Outcome(body, "")
                    : new Outcome("", Json.parse(response.body()).path("error").asText());
        }

        static Outcome of(Shell shell, Path file) throws IOException {
            return shell.code() == 0
                    ? new Outcome(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), "")
                    : new Outcome("", shell.err());
        }
    }

    private interface Asking {
        Outcome of(String word) throws Exception;
    }

    /** Everything that takes a class. */
    private enum Door {
        SAMPLE(word -> command("sample", generator, "--seeds", "1", "--labels", word)),
        WALK(word -> command("walk", generator, "--seeds", "1,2", "--frames", "2", "--label", word)),
        MIX(word -> command("mix", generator, "--plus", "1,2", "--label", word)),
        PROJECT(word ->
                command("project", generator, image.toString(), "--steps", "1", "--starts", "8", "--label", word)),
        REDRAW(word -> command("redraw", redrawer, image.toString(), "--label", word)),
        SERVED_SAMPLES(word -> post(
                server.url() + "/v1/generate",
                Json.object()
                        .put("model", "generator")
                        .put("seed", 1)
                        .put("class", word)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8))),
        SERVED_REDRAWING(word -> post(server.url() + "/v1/redraw?class=" + encoded(word), Files.readAllBytes(image))),
        STUDIO_SAMPLES(word -> get(studio.url() + "api/explore/generator/sample.png?base=1&class=" + encoded(word))),
        STUDIO_REDRAWING(word ->
                figure(post(studio.url() + "api/use/redrawer/redraw?as=" + encoded(word), Files.readAllBytes(image)))),
        STUDIO_OWN_CLASS(word -> figure(post(
                studio.url() + "api/use/redrawer/redraw?as=%230&own=" + encoded(word), Files.readAllBytes(image))));

        private final Asking asking;

        Door(Asking asking) {
            this.asking = asking;
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static Outcome post(String url, byte[] body) throws Exception {
        return sent(HttpRequest.newBuilder(URI.create(url))
                .header("X-Gan4j", "test")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static Outcome get(String url) throws Exception {
        return sent(HttpRequest.newBuilder(URI.create(url)));
    }

    private static Outcome sent(HttpRequest.Builder request) throws Exception {
        return Outcome.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** Only the pictures of an answer, without the numbers of classes in it. */
    private static Outcome figure(Outcome outcome) throws IOException {
        if (!outcome.error.isEmpty()) return outcome;
        ObjectNode json = Json.parse(outcome.answer.getBytes(StandardCharsets.ISO_8859_1));
        return new Outcome(
                json.path("reconstruction").path("png").asText()
                        + json.path("figure").asText(),
                "");
    }

    private static Outcome command(String verb, Path run, String... more) throws IOException {
        Path out = Files.createTempDirectory(folder, verb).resolve(verb.equals("walk") ? "out.gif" : "out.png");
        List<String> words = new ArrayList<>(List.of(verb, run.toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out.toString()));
        return Outcome.of(Shell.run(words.toArray(String[]::new)), out);
    }

    @BeforeAll
    static void train() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        ObjectNode labels = Json.object();
        for (int i = 0; i < 16; i++) {
            byte[] pixels = new byte[256];
            Arrays.fill(pixels, (byte) (40 + 60 * (i % 4) + i));
            Files.write(data.resolve(i + ".png"), ImageFile.png(new Picture(16, 16, 1, pixels)));
            labels.withArray("labels").addArray().add(i + ".png").add(i % 4);
        }
        Files.writeString(data.resolve("dataset.json"), labels.toString());
        Files.writeString(data.resolve("class_names.txt"), String.join("\n", NAMES));
        image = data.resolve("5.png");
        generator = trained("mnist-conditional", "generator", data);
        redrawer = trained("strokes-redraw", "redrawer", data);
        server = ModelServer.open(ServeSettings.local(generator, redrawer));
        studio = Studio.open(StudioSettings.local(folder.resolve("runs")));
    }

    private static Path trained(String preset, String name, Path data) {
        Path run = folder.resolve("runs").resolve(name);
        Shell shell = Tiny.train(preset, run, "--data", data.toString(), "--set", "stop.images=8");
        assertThat(shell.code()).as(shell.err()).isZero();
        return run;
    }

    @AfterAll
    static void close() {
        if (server != null) server.close();
        if (studio != null) studio.close();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void a_word_means_the_same_class_everywhere(Door door) throws Exception {
        Map<String, Integer> classOf = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) classOf.put(door.asking.of("#" + i).answer, i);
        assertThat(classOf).as("answers differ from class to class").hasSize(NAMES.size());
        for (Map.Entry<String, Integer> word : WORDS.entrySet()) {
            Outcome outcome = door.asking.of(word.getKey());
            if (word.getValue() >= 0)
                assertThat(classOf.get(outcome.answer))
                        .as(word.getKey() + outcome.error)
                        .isEqualTo(word.getValue());
            else assertThat(outcome.error).contains("got '" + word.getKey() + "'; the classes are 1, 0, Big cat, x/y");
        }
        assertThat(door.asking.of("big cat").error).contains("; did you mean 'Big cat'?");
    }

    @Test
    void places_are_those_of_the_library() throws Exception {
        try (Synthesizer made = Synthesizer.open(generator, line -> {})) {
            assertThat(made.labelNames()).isEqualTo(NAMES);
            for (int i = 0; i < NAMES.size(); i++) {
                Picture own =
                        made.pictures(made.latents().of(1, 1), new int[] {i}).get(0);
                String served = Door.STUDIO_SAMPLES.asking.of("#" + i).answer;
                assertThat(ImageFile.read(served.getBytes(StandardCharsets.ISO_8859_1), "sample"))
                        .isEqualTo(own);
            }
        }
    }

    @Test
    void what_is_written_of_a_class_can_be_given_back() throws Exception {
        Path each = folder.resolve("each"), again = folder.resolve("again");
        String out = folder.resolve("all.png").toString();
        assertThat(Shell.run(
                                "sample",
                                generator.toString(),
                                "--labels",
                                "all",
                                "--seeds",
                                "1",
                                "--each",
                                each.toString(),
                                "--out",
                                out)
                        .err())
                .isEmpty();
        assertThat(Shell.run(
                                "redraw",
                                redrawer.toString(),
                                image.toString(),
                                "--each",
                                again.toString(),
                                "--overwrite",
                                "--out",
                                out)
                        .out())
                .startsWith("1 image redrawn as 1, 0, Big cat, x/y: ");
        for (int i = 0; i < NAMES.size(); i++) {
            String written = ClassList.fileName(i, NAMES);
            assertThat(ClassList.one("", written, NAMES)).isEqualTo(i);
            assertThat(each.resolve(written + "-000001.png")).exists();
            assertThat(again.resolve("5-" + written + ".png")).exists();
            byte[] body = Json.object()
                    .put("model", "generator")
                    .put("class", "#" + i)
                    .put("format", "json")
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            String json = post(server.url() + "/v1/generate", body).answer;
            assertThat(Json.parse(json.getBytes(StandardCharsets.ISO_8859_1))
                            .at("/samples/0/class")
                            .asText())
                    .isEqualTo(NAMES.get(i));
        }
    }

    @Test
    void data_and_attacks_name_classes_likewise() throws Exception {
        String data = folder.resolve("data").toString(),
                zip = folder.resolve("set.zip").toString();
        assertThat(Shell.run("data", "pack", data, "--out", zip, "--size", "16").code())
                .isZero();
        for (String path : List.of(data, zip)) {
            ObjectNode info =
                    Json.parse(Shell.run("data", "info", path, "--json").out().getBytes(StandardCharsets.UTF_8));
            assertThat(info.path("classes").findValuesAsText("name")).isEqualTo(NAMES);
        }
        for (Map.Entry<String, Integer> word : WORDS.entrySet()) {
            Path attacks = folder.resolve("attacks-" + word.getKey().replace('#', 'n'));
            Shell shell = Shell.run(
                    "attack",
                    "--data",
                    data,
                    "--structure",
                    "softmax",
                    "--images",
                    "8",
                    "--count",
                    "4",
                    "--each",
                    "--target",
                    word.getKey(),
                    "--out",
                    attacks.toString());
            if (word.getValue() < 0) {
                assertThat(shell.err()).contains("--target must be one class", "got '" + word.getKey() + "'");
                continue;
            }
            assertThat(shell.code()).as(shell.err()).isZero();
            String name = NAMES.get(word.getValue());
            assertThat(shell.out()).contains("towards class " + name + "\n");
            ObjectNode results = Json.parse(Files.readAllBytes(attacks.resolve("results.json")));
            assertThat(results.path("target").asText()).isEqualTo(name);
            List<String> rows = Files.readAllLines(attacks.resolve("attacked-softmax/labels.csv"));
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",");
                assertThat(NAMES).contains(cells[1], cells[2]);
            }
        }
    }
}
