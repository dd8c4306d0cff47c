package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.model.TrainedClassifier;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.restore.Comparison;
import io.github.gan4j.restore.Restoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks of a trained run: images restored, enlarged, classified, with the results of the commands. */
class UseTest {
    @TempDir
    static Path folder;

    static Studio studio;
    static Web web;

    @BeforeAll
    static void train() throws Exception {
        Path photos = UsedRuns.photos(folder.resolve("photos"));
        studio = Studio.open(StudioSettings.local(folder.resolve("runs")));
        web = new Web(studio);
        UsedRuns.restorer(web, "clean", photos, "3");
        UsedRuns.restorer(web, "grey", photos, "1");
        UsedRuns.sharper(web, "sharp", run("clean"), photos);
        UsedRuns.enlarger(web, "large", photos);
        UsedRuns.classifier(web, "shades", Shades.in(folder.resolve("shades")));
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static Path run(String name) {
        return folder.resolve("runs").resolve(name);
    }

    private static JsonNode about(String run) throws Exception {
        return web.get("/api/use/" + run).json();
    }

    /** What a job has come to. */
    static JsonNode done(Web web, Web.Answer answer) throws Exception {
        JsonNode state = answer.json();
        for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; ) {
            if (!state.path("state").asText().equals("going")) return state;
            state = web.get("/api/jobs/" + state.path("job").asText()).json();
        }
        throw new AssertionError("still " + state);
    }

    private static JsonNode restored(String run, String query, byte[] file) throws Exception {
        Web.Answer answer = web.post("/api/use/" + run + "/restore" + query, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode done = done(web, answer);
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        return done;
    }

    private static Picture file(JsonNode job, String name) throws Exception {
        Web.Answer answer = web.get("/api/jobs/" + job.path("job").asText() + "/" + name);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        return ImageFile.read(answer.bytes(), name);
    }

    private static byte[] png(Picture picture) throws IOException {
        return ImageFile.png(picture);
    }

    @Test
    void a_run_says_what_it_can_be_used_for_and_so_does_its_card() throws Exception {
        assertThat(about("clean").path("uses").toString()).isEqualTo("[\"restore\",\"export\"]");
        assertThat(about("large").path("uses").toString()).isEqualTo("[\"upscale\",\"export\"]");
        assertThat(about("shades").path("uses").toString()).isEqualTo("[\"classify\",\"evaluate\",\"export\"]");
        assertThat(about("clean").path("sigma").toString()).isEqualTo("[0.0,55.0]");
        assertThat(about("large").path("factor").asInt()).isEqualTo(4);
        assertThat(about("shades").path("classes").toString()).isEqualTo("[\"bright\",\"dark\"]");
        assertThat(web.get("/api/runs/large").json().path("uses").toString()).isEqualTo("[\"upscale\",\"export\"]");
        assertThat(web.get("/api/use/none").status()).isEqualTo(404);
    }

    @Test
    void an_image_of_ones_own_is_restored_as_the_command_does_and_kept_in_its_colours_and_size() throws Exception {
        Picture picture = UsedRuns.noise(37, 29, 3, 9);
        JsonNode done = restored("clean", "", png(picture));
        try (TrainedRestorer restorer = TrainedRestorer.open(run("clean"), line -> {})) {
            assertThat(file(done, "restored.png")).isEqualTo(new Restoration(restorer).of(picture));
        }
        assertThat(file(done, "given.png")).isEqualTo(picture);
        assertThat(done.path("pictures").toString()).isEqualTo("[\"given\",\"restored\"]");
        assertThat(done.path("remarks")).isEmpty();
        assertThat(done.has("restored")).isFalse();
        assertThat(done.path("imagesSeen").asLong()).isEqualTo(64);
        assertThat(restored("clean", "", png(picture)).path("job")).isEqualTo(done.path("job"));
    }

    @Test
    void what_shows_through_goes_on_to_do_so_and_what_was_turned_is_said() throws Exception {
        Picture opacity = UsedRuns.noise(20, 12, 1, 3);
        byte[] file = ImageFile.png(new Layers(UsedRuns.noise(20, 12, 3, 4), Optional.of(opacity)));
        JsonNode done = restored("clean", "", file);
        byte[] made = web.get("/api/jobs/" + done.path("job").asText() + "/restored.png?download=a%22b.png")
                .bytes();
        assertThat(ImageFile.layers(made, "made").opacity()).contains(opacity);
        assertThat(restored("grey", "", png(UsedRuns.noise(20, 12, 3, 4)))
                        .path("remarks")
                        .toString())
                .isEqualTo("[\"each colour channel is restored on its own: this run has learned from grey images\"]");
    }

    @Test
    void a_held_out_image_is_damaged_with_the_noise_asked_for_and_the_numbers_are_those_of_the_command()
            throws Exception {
        JsonNode held = web.get("/api/use/clean/held").json();
        assertThat(held.path("count").asInt()).isEqualTo(1);
        assertThat(held.path("unseen").asBoolean()).isTrue();
        JsonNode little = restored("clean", "?image=0&sigma=5", new byte[0]),
                much = restored("clean", "?image=0&sigma=50", new byte[0]);
        assertThat(little.path("plain").path("psnr").asDouble())
                .isGreaterThan(much.path("plain").path("psnr").asDouble() + 10);
        try (TrainedRestorer restorer = TrainedRestorer.open(run("clean"), line -> {})) {
            Picture original = restorer.heldOut(line -> {}).get(0).picture();
            Comparison compared = Comparison.ofDamaged(new Restoration(restorer), original, OptionalDouble.of(50));
            assertThat(file(much, "given.png")).isEqualTo(compared.given());
            assertThat(file(much, "restored.png")).isEqualTo(compared.restored());
            assertThat(file(much, "original.png")).isEqualTo(original);
            assertThat(much.path("restored").path("psnr").asDouble())
                    .isEqualTo(compared.fidelities().restored().psnr());
        }
    }

    @Test
    void an_original_of_ones_own_is_shrunk_cut_to_whole_pixels_and_compared_beside_bicubic() throws Exception {
        JsonNode done = restored("large", "?damage=1", png(UsedRuns.noise(45, 31, 3, 5)));
        assertThat(done.path("remarks").toString()).contains("cut from 45x31 to 44x28 pixels, multiples of 4");
        assertThat(file(done, "given.png").width()).isEqualTo(11);
        assertThat(file(done, "plain.png").width()).isEqualTo(44);
        assertThat(file(done, "original.png")).isEqualTo(Pictures.cropped(UsedRuns.noise(45, 31, 3, 5), 0, 0, 44, 28));
        assertThat(done.path("plain").path("ssim").isNumber()).isTrue();
        JsonNode enlarged = restored("large", "", png(UsedRuns.noise(9, 7, 1, 6)));
        assertThat(file(enlarged, "restored.png").width()).isEqualTo(36);
        assertThat(file(enlarged, "restored.png").channels()).isEqualTo(1);
        assertThat(restored("grey", "?damage=1", png(UsedRuns.noise(20, 12, 3, 4)))
                        .path("remarks")
                        .toString())
                .contains("turned grey");
    }

    @Test
    void an_image_is_classified_as_the_command_does_and_how_it_was_fitted_is_said() throws Exception {
        Picture picture = UsedRuns.noise(40, 30, 3, 2);
        JsonNode answer = web.post("/api/use/shades/classify", png(picture)).json();
        try (TrainedClassifier classifier = TrainedClassifier.open(run("shades"), line -> {})) {
            float[] expected = classifier.probabilities(Fitted.values(picture, classifier.shape()));
            for (int i = 0; i < 2; i++)
                assertThat((float) answer.path("probabilities").get(i).asDouble())
                        .isEqualTo(expected[i]);
        }
        assertThat(answer.path("how").asText())
                .isEqualTo("cropped to the square in its middle, 40x30 to 30x30, shrunk from 30x30 to 16x16 pixels,"
                        + " turned grey");
        assertThat(answer.has("truth")).isFalse();
        byte[] black = new byte[256];
        Arrays.fill(black, (byte) 3);
        assertThat(web.post("/api/use/shades/classify", png(new Picture(16, 16, 1, black)))
                        .json()
                        .path("how")
                        .asText())
                .isEmpty();
    }

    @Test
    void images_of_the_data_have_names_and_classes_and_say_whether_the_run_knows_them() throws Exception {
        JsonNode held = web.get("/api/use/shades/held").json();
        assertThat(held.path("count").asInt()).isEqualTo(10);
        assertThat(held.path("how").asText()).isEqualTo("every sixth image held out");
        assertThat(held.path("unseen").asBoolean()).isFalse();
        Picture sheet = ImageFile.read(
                web.get("/api/use/shades/sheet.png?from=2&count=24").bytes(), "sheet");
        assertThat(sheet.width()).isEqualTo(24 * held.path("width").asInt());
        int label = held.path("images").get(3).path("label").asInt();
        assertThat(web.get("/api/use/shades/classify?image=3")
                        .json()
                        .path("truth")
                        .asInt())
                .isEqualTo(label);
    }

    @Test
    void what_cannot_be_done_is_one_line_without_a_path_of_the_machine() throws Exception {
        assertThat(web.get("/api/use/shades/classify?image=10").error())
                .isEqualTo("image must be within 0 and 9, got 10");
        assertThat(web.post("/api/use/shades/classify", "").error()).startsWith("an image is missing");
        assertThat(web.post("/api/use/shades/classify", "text").error())
                .startsWith("the dropped file: is text, not an image");
        assertThat(web.get("/api/use/clean/classify?image=0").error())
                .isEqualTo("clean: its discriminator does not tell classes apart; train one that does, as the preset"
                        + " mnist-semi-supervised");
        assertThat(done(web, web.post("/api/use/shades/restore", png(UsedRuns.noise(9, 9, 1, 1))))
                        .path("problem")
                        .asText())
                .startsWith(
                        "shades: is a run of 'mnist-semi-supervised-as-published', which makes images from latents");
        assertThat(done(web, web.post("/api/use/large/restore?damage=1", png(UsedRuns.noise(3, 3, 1, 1))))
                        .path("problem")
                        .asText())
                .isEqualTo("a picture of 3x3 pixels cannot be shrunk 4 times");
        assertThat(web.post("/api/use/clean/restore?image=0&sigma=300", "").error())
                .isEqualTo("sigma must be within 0 and 255, got '300'");
        assertThat(web.post("/api/use/clean/restore", new byte[(8 << 20) + 1]).status())
                .isEqualTo(413);
        assertThat(web.get("/api/jobs/none").status()).isEqualTo(404);
        Path moved = folder.resolve("elsewhere");
        Files.move(folder.resolve("photos"), moved);
        try {
            assertThat(web.get("/api/use/grey/held").error()).contains("photos").doesNotContain(folder.toString());
        } finally {
            Files.move(moved, folder.resolve("photos"));
        }
    }

    @Test
    void one_job_goes_on_at_a_time_and_can_be_stopped() throws Exception {
        byte[] big = png(UsedRuns.noise(1600, 1200, 3, 1));
        Web.Answer first = web.post("/api/use/large/restore", big);
        assertThat(first.json().path("state").asText()).as(first.text()).isEqualTo("going");
        String job = first.json().path("job").asText();
        assertThat(web.get("/api/jobs").json().path("job").asText()).isEqualTo(job);
        Web.Answer refused = web.post("/api/use/clean/restore", png(UsedRuns.noise(5, 5, 3, 1)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("the studio is restoring an image of large; wait for it, or stop it");
        assertThat(web.post("/api/jobs/" + job + "/stop", "")
                        .json()
                        .path("problem")
                        .asText())
                .isEqualTo("stopped");
        assertThat(web.get("/api/jobs").json()).isEmpty();
        assertThat(restored("clean", "", png(UsedRuns.noise(5, 5, 3, 1)))
                        .path("width")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void a_run_is_used_while_another_trains() throws Exception {
        web.start("beside", Map.of());
        web.await("beside", card -> card.path("step").asLong() > 1);
        assertThat(restored("clean", "?image=0&sigma=7", new byte[0]).has("restored"))
                .isTrue();
        assertThat(web.get("/api/use/shades/classify?image=1").json().path("probabilities"))
                .hasSize(2);
        long step = web.get("/api/runs/beside").json().path("step").asLong();
        web.await("beside", card -> card.path("step").asLong() > step + 3);
        studio.workshop().close();
    }

    @Test
    void an_image_is_restored_by_weights_between_a_run_and_one_that_went_on_from_it() throws Exception {
        assertThat(about("clean").path("onward")).hasSize(1);
        assertThat(about("clean").at("/onward/0").asText()).isEqualTo("sharp");
        assertThat(about("sharp").path("onward")).isEmpty();
        assertThat(about("large").path("onward")).isEmpty();
        Picture start = between("?image=0&sigma=20"),
                end = file(restored("sharp", "?image=0&sigma=20", new byte[0]), "restored.png");
        assertThat(between("?image=0&sigma=20&towards=sharp&share=0")).isEqualTo(start);
        assertThat(between("?image=0&sigma=20&towards=sharp&share=1"))
                .isEqualTo(end)
                .isNotEqualTo(start);
        assertThat(between("?image=0&sigma=20&towards=sharp"))
                .isNotEqualTo(start)
                .isNotEqualTo(end);
        assertThat(web.post("/api/use/clean/restore?image=0&towards=sharp&share=2", new byte[0])
                        .status())
                .isEqualTo(400);
        assertThat(web.post("/api/use/clean/restore?image=0&towards=none", new byte[0])
                        .status())
                .isEqualTo(404);
    }

    private static Picture between(String query) throws Exception {
        return file(restored("clean", query, new byte[0]), "restored.png");
    }
}
