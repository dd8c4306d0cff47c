package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.judging.Evaluate;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.model.TrainedRedrawer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks of generators and auto-encoders: images redrawn, samples evaluated, networks exported. */
class UseMoreTest {
    @TempDir
    static Path folder;

    static Studio studio;
    static Web web;

    @BeforeAll
    static void train() throws Exception {
        studio = Studio.open(StudioSettings.local(folder));
        web = new Web(studio);
        UsedRuns.redrawer(web, "pens");
        UsedRuns.points(web, "ring");
        // without classes, or a classifier would have to learn them first
        UsedRuns.generator(web, "noise", UsedRuns.photos(folder.resolve("data/photos")));
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static JsonNode done(String path) throws Exception {
        JsonNode done = UseTest.done(web, web.post(path, ""));
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        return done;
    }

    private static byte[] file(JsonNode job, String name) throws Exception {
        return web.get("/api/jobs/" + job.path("job").asText() + "/" + name).bytes();
    }

    @Test
    void an_image_is_redrawn_as_the_command_does_and_reconstructed_as_its_own_class() throws Exception {
        assertThat(web.get("/api/use/pens").json().path("uses").toString())
                .isEqualTo("[\"redraw\",\"evaluate\",\"export\"]");
        Picture image = UsedRuns.noise(30, 22, 3, 1);
        JsonNode answer = web.post("/api/use/pens/redraw?as=3,8&own=5", ImageFile.png(image))
                .json();
        assertThat(answer.path("redrawn")).hasSize(2);
        assertThat(answer.at("/redrawn/1/label").asInt()).isEqualTo(8);
        try (TrainedRedrawer redrawer = TrainedRedrawer.open(folder.resolve("pens"), line -> {})) {
            float[] values = Fitted.values(image, redrawer.shape());
            for (int i = 0; i < 2; i++)
                assertThat(picture(answer.at("/redrawn/" + i + "/png")))
                        .isEqualTo(redrawer.shape().picture(redrawer.redrawn(values, new int[] {i == 0 ? 3 : 8})));
            assertThat(picture(answer.at("/reconstruction/png")))
                    .isEqualTo(redrawer.shape().picture(redrawer.redrawn(values, new int[] {5})));
        }
        assertThat(answer.at("/reconstruction/psnr").asDouble()).isPositive();
        assertThat(answer.path("how").asText()).contains("30x22 to 22x22");
    }

    private static Picture picture(JsonNode base64) throws Exception {
        return ImageFile.read(Base64.getDecoder().decode(base64.asText()), "answer");
    }

    @Test
    void a_held_out_image_is_redrawn_as_all_classes_with_its_own_for_the_reconstruction() throws Exception {
        JsonNode answer = web.get("/api/use/pens/redraw?image=4").json();
        assertThat(answer.path("redrawn")).hasSize(10);
        int truth = answer.path("truth").asInt();
        assertThat(answer.at("/reconstruction/label").asInt()).isEqualTo(truth);
        assertThat(answer.at("/reconstruction/png")).isEqualTo(answer.at("/redrawn/" + truth + "/png"));
        assertThat(web.get("/api/use/pens/redraw?image=4&as=11").error()).startsWith("as must be classes");
        assertThat(web.get("/api/use/ring/redraw?image=4").status()).isEqualTo(400);
    }

    @Test
    void samples_are_evaluated_with_the_scores_of_the_command_and_the_result_is_kept() throws Exception {
        JsonNode done = done("/api/use/ring/evaluate?count=200");
        Evaluation expected = new Evaluate(
                        Evaluate.everything().metrics(),
                        200,
                        "auto",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        line -> {})
                .of(folder.resolve("ring"));
        assertThat(done.path("scores").toString()).contains("\"title\":\"frechet-distance (FID)\"");
        assertThat(done.path("scores")).hasSize(expected.judgements().size());
        for (int i = 0; i < expected.judgements().size(); i++) {
            assertThat(done.at("/scores/" + i + "/value").asDouble())
                    .isEqualTo(expected.judgements().get(i).score().value());
            assertThat(done.at("/scores/" + i + "/floor/value").asDouble())
                    .isEqualTo(expected.judgements().get(i).floor().value());
        }
        assertThat(done.path("about").asText()).startsWith("ring after 512 points");
        assertThat(Json.read(file(done, "evaluation.json"), Evaluation.class).judgements())
                .isEqualTo(expected.judgements());
        assertThat(web.get("/api/use/ring").json().at("/evaluate/job").asText())
                .isEqualTo(done.path("job").asText());
        assertThat(web.get("/api/use/ring").json().at("/evaluate/scores")).isEqualTo(done.path("scores"));
        long images = web.get("/api/runs/ring").json().path("imagesSeen").asLong();
        assertThat(folder.resolve("ring/evaluations/%09d.json".formatted(images)))
                .hasBinaryContent(file(done, "evaluation.json"));
        JsonNode known = web.post("/api/compare/scores", "{\"runs\": [\"ring\", \"nobody\"]}")
                .json();
        assertThat(known.at("/ring/scores")).hasSameSizeAs(done.path("scores"));
        assertThat(known.at("/ring/scores/0/value")).isEqualTo(done.at("/scores/0/value"));
        assertThat(known.at("/ring/scores/0/imagesSeen").asLong()).isEqualTo(images);
        assertThat(known.at("/nobody/unreadable").asText()).isEqualTo("there is no run 'nobody' here");
    }

    @Test
    void a_generator_in_a_file_is_evaluated_against_images_that_are_named() throws Exception {
        Path exported = folder.resolve("noise/files");
        Export.everything().in(ExportFormat.TORCHSCRIPT).of(folder.resolve("noise"), exported);
        Path file = Files.copy(exported.resolve("generator.pt"), folder.resolve("far.pt"));
        JsonNode about = web.get("/api/use/far.pt").json();
        assertThat(about.path("file").asBoolean()).isTrue();
        assertThat(about.path("uses").toString()).isEqualTo("[\"evaluate\"]");
        Path photos = folder.resolve("data/photos");
        JsonNode done = done("/api/use/far.pt/evaluate?count=10&neighbours=1&against=" + photos);
        Evaluation expected = new Evaluate(
                        Evaluate.everything().metrics(),
                        10,
                        "auto",
                        false,
                        Optional.of(photos),
                        Optional.empty(),
                        line -> {})
                .of(file);
        assertThat(Json.read(file(done, "evaluation.json"), Evaluation.class).judgements())
                .isEqualTo(expected.judgements());
        assertThat(file(done, "neighbours.png")).isNotEmpty();
        assertThat(web.get("/api/use/far.pt").json().at("/evaluate/job")).isEqualTo(done.path("job"));
        assertThat(web.post("/api/use/far.pt/evaluate", "").error())
                .isEqualTo("far.pt does not say what it was trained on; name the real images: a folder, zip or file,"
                        + " or a set such as mnist");
        JsonNode failed = UseTest.done(web, web.post("/api/use/far.pt/evaluate?against=nowhere", ""));
        assertThat(failed.path("problem").asText()).contains("nowhere");
        assertThat(web.post("/api/use/far.pt/export?formats=onnx", "").status()).isEqualTo(404);
        try (Studio fenced = Studio.open(new StudioSettings(folder, Optional.empty(), 0, Optional.of(photos)))) {
            Web other = new Web(fenced);
            assertThat(other.post("/api/use/far.pt/evaluate?against=" + folder.resolveSibling("x"), "")
                            .error())
                    .startsWith("data must lie in");
            assertThat(other.post("/api/use/far.pt/evaluate?count=10&against=strokes", "")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void neighbours_come_with_an_evaluation_and_points_have_none() throws Exception {
        JsonNode done = done("/api/use/noise/evaluate?count=10&neighbours=1");
        assertThat(ImageFile.read(file(done, "neighbours.png"), "neighbours").width())
                .isGreaterThan(9 * 16);
        JsonNode failed = UseTest.done(web, web.post("/api/use/ring/evaluate?neighbours=1", ""));
        assertThat(failed.path("problem").asText()).startsWith("this run makes points");
    }

    @Test
    void an_evaluation_is_stopped_and_beside_a_training_it_needs_a_word() throws Exception {
        web.start("beside", Map.of());
        web.await("beside", card -> card.path("step").asLong() > 1);
        Web.Answer refused = web.post("/api/use/ring/evaluate?count=300", "");
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.error()).startsWith("beside is training");
        done("/api/use/ring/evaluate?count=300&beside=1");
        String job = web.post("/api/use/pens/evaluate?count=9000&beside=1", "")
                .json()
                .path("job")
                .asText();
        assertThat(web.get("/api/jobs?kind=export").json().path("job").asText()).isEqualTo(job);
        assertThat(web.get("/api/jobs?kind=restore").json()).isEmpty();
        assertThat(web.post("/api/use/ring/export?formats=onnx", "").error())
                .isEqualTo("the studio is evaluating samples of pens; wait for it, or stop it");
        assertThat(web.post("/api/jobs/" + job + "/stop", "")
                        .json()
                        .path("problem")
                        .asText())
                .isEqualTo("stopped");
        long step = web.get("/api/runs/beside").json().path("step").asLong();
        web.await("beside", card -> card.path("step").asLong() > step + 2);
        studio.workshop().close();
    }

    @Test
    void networks_are_exported_into_a_zip_with_the_proof_that_nothing_changed() throws Exception {
        JsonNode done = done("/api/use/pens/export?formats=onnx,safetensors&part=redrawer");
        assertThat(done.path("proofs")).hasSize(2);
        assertThat(done.at("/proofs/0/difference").asDouble())
                .isLessThanOrEqualTo(done.at("/proofs/0/bound").asDouble());
        Map<String, Integer> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file(done, "export.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes().length);
        }
        assertThat(files.keySet()).contains("redrawer.onnx", "model.safetensors", "proof.json", "load.py");
        assertThat(files.get("redrawer.onnx"))
                .isEqualTo(done.at("/proofs/0/bytes").asInt());
        assertThat(web.post("/api/use/pens/export?formats=keras", "").error()).startsWith("unknown format 'keras'");
        assertThat(web.post("/api/use/pens/export?part=critic", "").status()).isEqualTo(400);
        assertThat(UseTest.done(web, web.post("/api/use/ring/export?formats=html", ""))
                        .path("problem")
                        .asText())
                .isEqualTo("an HTML page needs a single generator that makes images from latents");
        assertThat(folder.resolve("pens/export")).doesNotExist();
    }

    @Test
    void a_run_that_has_taken_the_name_of_another_shows_none_of_its_results() throws Exception {
        UsedRuns.points(web, "twice");
        JsonNode first = done("/api/use/twice/evaluate?count=100");
        web.delete("/api/runs/twice?confirm=twice");
        Thread.sleep(20);
        UsedRuns.points(web, "twice");
        assertThat(web.get("/api/use/twice").json().has("evaluate")).isFalse();
        assertThat(done("/api/use/twice/evaluate?count=100").path("job")).isNotEqualTo(first.path("job"));
    }

    @Test
    void nothing_is_left_in_the_folder_for_temporary_files() throws Exception {
        done("/api/use/pens/export?formats=onnx&half=1");
        done("/api/use/noise/evaluate?count=10&neighbours=1");
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<String> left = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("gan4j-export") || name.startsWith("gan4j-neighbours"))
                    .toList();
            assertThat(left).isEmpty();
        }
    }
}
