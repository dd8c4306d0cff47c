package io.github.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import io.github.gan4j.web.HostNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path runs;

    private static ModelServer server;

    private static Path trained(String preset, String... settings) throws IOException {
        Path path = runs.resolve(preset);
        Plan plan = Presets.draft(preset)
                .set(List.of("threads=1", "precision=fp32", "batchSize=8", "stop.images=32"))
                .set(List.of(settings))
                .plan();
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {});
        }
        return path;
    }

    @BeforeAll
    static void serve() throws IOException {
        Path photos = runs.resolve("photos");
        Files.createDirectories(photos);
        for (int i = 0; i < 3; i++) ImageFile.writePng(photos.resolve(i + ".png"), noise(20, 18));
        server = ModelServer.open(ServeSettings.local(
                trained(
                        "mnist-conditional",
                        "data=strokes",
                        "data.size=16",
                        "generator.network.width=2",
                        "discriminator.network.width=2"),
                trained(
                        "denoise",
                        "data.path=" + photos,
                        "metrics=none",
                        "data.size=16",
                        "data.channels=3",
                        "generator.network.width=2",
                        "discriminator.network.width=2"),
                trained("strokes-redraw", "data.size=16", "generator.network.width=2", "discriminator.network.width=2"),
                trained("gaussian-1d")));
    }

    @AfterAll
    static void end() {
        if (server != null) server.close();
    }

    private static Picture noise(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        new Random(1).nextBytes(pixels);
        return new Picture(width, height, 3, pixels);
    }

    private static HttpRequest.Builder request(ModelServer to, String path) {
        return HttpRequest.newBuilder(URI.create(to.url() + path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(server, path).GET());
    }

    private static HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(server, path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<byte[]> generate(String json) throws IOException, InterruptedException {
        return post("/v1/generate", json.getBytes(StandardCharsets.UTF_8));
    }

    private static Picture picture(byte[] bytes) throws IOException {
        return ImageFile.read(bytes, "answer");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void a_generator_in_a_file_is_served_like_its_run() throws Exception {
        Path exported = runs.resolve("exported");
        Export.everything()
                .in(ExportFormat.ONNX, ExportFormat.TORCHSCRIPT)
                .of(runs.resolve("mnist-conditional"), exported);
        byte[] wanted = generate("{\"seed\": 5, \"class\": 3, \"model\": \"mnist-conditional\"}")
                .body();
        try (ModelServer files = ModelServer.open(
                ServeSettings.local(exported.resolve("generator.onnx"), exported.resolve("generator.pt")))) {
            for (String name : List.of("generator.onnx", "generator.pt")) {
                byte[] order =
                        ("{\"seed\": 5, \"class\": 3, \"model\": \"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
                HttpResponse<byte[]> answer =
                        send(request(files, "/v1/generate").POST(HttpRequest.BodyPublishers.ofByteArray(order)));
                assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
                assertThat(answer.body()).as(name).isEqualTo(wanted);
            }
            assertThat(files.modelLines())
                    .first()
                    .asString()
                    .startsWith("/v1/generate  generator.onnx, ")
                    .endsWith(", after 32 images");
        }
    }

    @Test
    void a_seed_is_the_same_picture_as_from_the_library_alone_and_among_others() throws Exception {
        Picture expected;
        try (TrainedGenerator generator = TrainedGenerator.open(runs.resolve("mnist-conditional"))) {
            expected = generator
                    .pictures(generator.latents().of(9, 1), new int[] {2})
                    .get(0);
        }
        String class2 = new ObjectMapper()
                .readTree(get("/v1/models").body())
                .at("/models/0/classes/2")
                .asText();
        HttpResponse<byte[]> alone = generate("{\"seed\": 9, \"class\": 2}");
        assertThat(alone.statusCode()).as(text(alone)).isEqualTo(200);
        assertThat(alone.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(alone.headers().firstValue("X-Gan4j-Seed")).hasValue("9");
        assertThat(picture(alone.body())).isEqualTo(expected);
        List<CompletableFuture<HttpResponse<byte[]>>> many = new ArrayList<>();
        for (int i = 0; i < 40; i++)
            many.add(CLIENT.sendAsync(
                    request(server, "/v1/generate")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"count\": 3, \"seed\": 7, \"class\": \"" + class2 + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray()));
        for (CompletableFuture<HttpResponse<byte[]>> one : many) {
            Map<String, byte[]> files = unzipped(one.get().body());
            assertThat(files.keySet()).containsExactly("7.png", "8.png", "9.png", "samples.json");
            assertThat(picture(files.get("9.png"))).isEqualTo(expected);
        }
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    @Test
    void classes_take_turns_and_each_sample_names_its_own() throws Exception {
        JsonNode samples = new ObjectMapper()
                .readTree(
                        unzipped(generate("{\"count\": 4, \"seed\": 0}").body()).get("samples.json"))
                .path("samples");
        assertThat(samples.findValuesAsText("class")).doesNotHaveDuplicates().hasSize(4);
        assertThat(samples.findValuesAsText("seed")).containsExactly("0", "1", "2", "3");
        JsonNode later = new ObjectMapper()
                .readTree(
                        unzipped(generate("{\"count\": 2, \"seed\": 2}").body()).get("samples.json"))
                .path("samples");
        assertThat(later.findValuesAsText("class"))
                .as("a seed has its class, whatever else is asked for")
                .isEqualTo(samples.findValuesAsText("class").subList(2, 4));
    }

    @Test
    void without_a_seed_the_answer_names_the_one_that_makes_it_again() throws Exception {
        HttpResponse<byte[]> some = generate("");
        String seed = some.headers().firstValue("X-Gan4j-Seed").orElseThrow();
        assertThat(generate("{\"seed\": " + seed + "}").body()).isEqualTo(some.body());
    }

    @Test
    void jpeg_sheet_and_numbers() throws Exception {
        HttpResponse<byte[]> jpeg = generate("{\"seed\": 1, \"format\": \"jpeg\"}");
        assertThat(jpeg.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg.body())).getWidth())
                .isEqualTo(16);
        assertThat(picture(generate("{\"count\": 20, \"format\": \"sheet\"}").body())
                        .height())
                .isGreaterThan(32);
        JsonNode numbers = new ObjectMapper()
                .readTree(generate("{\"count\": 2, \"seed\": 3, \"model\": \"gaussian-1d\"}")
                        .body());
        assertThat(numbers.path("samples")).hasSize(2);
        assertThat(numbers.at("/samples/0/values")).hasSize(1);
    }

    @Test
    void images_of_any_size_are_restored_and_those_of_classes_redrawn() throws Exception {
        byte[] photo = ImageFile.png(noise(37, 21));
        HttpResponse<byte[]> restored = post("/v1/restore", photo);
        assertThat(restored.statusCode()).as(text(restored)).isEqualTo(200);
        assertThat(picture(restored.body())).hasToString("Picture[37x21x3]");
        HttpResponse<byte[]> redrawn = post("/v1/redraw?class=1", photo);
        assertThat(redrawn.statusCode()).as(text(redrawn)).isEqualTo(200);
        assertThat(picture(redrawn.body()).width()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {\"count\": 0} | count must be at least 1, got 0",
                "400 | {\"count\": 5000} | count must be at most 1000, got 5000",
                "400 | {\"cuont\": 5} | unknown key 'cuont'; known keys: model, count, class, seed, truncation, format; did you"
                        + " mean 'count'?",
                "400 | {\"class\": \"zebra\"} | class must be one class by its name or number, got 'zebra'",
                "400 | {\"class\": -1} | class must be one class by its name or number, got '-1'",
                "400 | {\"truncation\": 3} | truncation must be between 0.0 and 2.0, got 3.0",
                "400 | {\"seed\": 1.5} | seed must be a whole number, got '1.5'",
                "400 | {\"count\": 2, \"format\": \"png\"} | format must be zip, sheet or json for more than one sample, got png",
                "400 | {\"model\": \"gaussian-1d\", \"format\": \"png\"} | format must be json for a generator of points, got png",
                "400 | {\"model\": \"gaussian-1d\", \"class\": 1} | class: this generator is not class-conditional",
                "404 | {\"model\": \"cats\"} | no model is called 'cats'; served: mnist-conditional (generate)",
                "404 | {\"model\": \"denoise\"} | 'denoise' cannot generate; served: mnist-conditional (generate)",
                "400 | nonsense | the body must be JSON",
            })
    void what_cannot_be_done_is_refused_in_one_line(int status, String json, String error) throws Exception {
        HttpResponse<byte[]> answer = generate(json);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(answer.body()).path("error").asText())
                .startsWith(error)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/generate?model=gaussian-1d | unknown parameter 'model'; /v1/generate takes JSON in its body",
                "/v1/restore?mdoel=x | unknown parameter 'mdoel'; known parameters: model, class, format; did you mean 'model'?",
                "/v1/redraw?class=1&class=2 | parameter class is given more than once",
            })
    void a_parameter_that_would_have_no_effect_is_refused(String path, String error) throws Exception {
        byte[] body = path.startsWith("/v1/generate") ? new byte[0] : ImageFile.png(noise(8, 8));
        HttpResponse<byte[]> answer = post(path, body);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).path("error").asText())
                .isEqualTo(error);
    }

    @Test
    void the_best_checkpoint_is_served_of_models_of_every_task_or_none() {
        for (String run : List.of("mnist-conditional", "denoise", "strokes-redraw")) {
            ServeSettings newest = ServeSettings.local(runs.resolve(run));
            ServeSettings best = new ServeSettings(
                    newest.runs(),
                    true,
                    newest.names(),
                    0,
                    newest.token(),
                    newest.limits(),
                    newest.mostSamples(),
                    newest.mostPixels());
            assertThatThrownBy(() -> ModelServer.open(best).close())
                    .as(run)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has no best checkpoint recorded");
        }
    }

    @Test
    void what_is_no_image_or_too_large_is_refused() throws Exception {
        assertThat(post("/v1/restore", "text".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(422);
        assertThat(post("/v1/restore", ImageFile.png(noise(2100, 2100))).statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/redraw", ImageFile.png(noise(8, 8))).statusCode()).isEqualTo(400);
        assertThat(post("/v1/upscale", ImageFile.png(noise(8, 8))).statusCode()).isEqualTo(404);
        assertThat(get("/v2").statusCode()).isEqualTo(404);
        assertThat(send(request(server, "/v1/models")
                                .header("Origin", "http://elsewhere")
                                .GET())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_route_asked_in_another_way_says_how_it_is_asked() throws Exception {
        for (String path : List.of("/health", "/ready", "/metrics", "/openapi.json", "/v1/models")) {
            HttpResponse<byte[]> answer = send(request(server, path).DELETE());
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
        for (String path : List.of("/v1/generate", "/v1/restore", "/v1/upscale", "/v1/redraw")) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("POST");
            assertThat(text(answer)).contains(path + " takes POST, got GET");
        }
    }

    @Test
    void every_route_is_described_and_every_key_of_a_request() throws Exception {
        JsonNode document = new ObjectMapper().readTree(get("/openapi.json").body());
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/v1/models",
                        "/v1/generate",
                        "/v1/restore",
                        "/v1/upscale",
                        "/v1/redraw",
                        "/health",
                        "/ready",
                        "/metrics",
                        "/openapi.json");
        List<String> keys = new ArrayList<>();
        document.at("/components/schemas/GenerateRequest/properties")
                .fieldNames()
                .forEachRemaining(keys::add);
        String known = text(generate("{\"x\": 1}")).replaceAll(".*known keys: ([a-z, ]*).*", "$1");
        assertThat(String.join(", ", keys)).isEqualTo(known);
    }

    @Test
    void state_and_counts() throws Exception {
        assertThat(text(get("/health"))).isEqualTo("ok\n");
        assertThat(text(get("/ready"))).isEqualTo("ready\n");
        assertThat(send(request(server, "/ready").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        generate("{\"count\": 3}");
        assertThat(text(get("/metrics")))
                .contains("gan4j_requests_total{route=\"/v1/generate\",status=\"200\"}")
                .contains("gan4j_request_seconds_bucket{route=\"/v1/generate\",le=\"0.005\"}")
                .contains("gan4j_waiting_samples{model=\"denoise\"} 0.0");
    }

    @Test
    void beyond_this_machine_a_token_is_needed() throws Exception {
        ServeSettings local = ServeSettings.local(runs.resolve("gaussian-1d"));
        ServeSettings open = new ServeSettings(
                local.runs(),
                false,
                new HostNames(Optional.of("127.0.0.1")),
                0,
                Optional.empty(),
                local.limits(),
                local.mostSamples(),
                local.mostPixels());
        try (ModelServer guarded = ModelServer.open(open)) {
            String token = guarded.token().orElseThrow();
            assertThat(send(request(guarded, "/v1/models").GET()).statusCode()).isEqualTo(401);
            assertThat(send(request(guarded, "/health").GET()).statusCode()).isEqualTo(200);
            assertThat(send(request(guarded, "/v1/models")
                                    .header("Authorization", "Bearer " + token)
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(request(guarded, "/v1/models")
                                    .header("Authorization", "Bearer " + token + "0")
                                    .GET())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void two_runs_of_one_name_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelServer.open(
                        ServeSettings.local(runs.resolve("gaussian-1d"), runs.resolve("./gaussian-1d"))))
                .withMessage("two models are called 'gaussian-1d'; rename one");
    }
}
