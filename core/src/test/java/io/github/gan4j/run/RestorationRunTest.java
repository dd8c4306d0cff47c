package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose generators start from degraded images. */
class RestorationRunTest {
    @TempDir
    Path folder;

    /** Pen strokes of 16x16 under noise, 10 steps of 8. */
    static Plan noisy() {
        return small("denoise-adversarial")
                .set("generator.input.degraded.sigma=[60]")
                .plan();
    }

    /** Pen strokes of 16x16 from 4x4, by content alone. */
    static Plan shrunk() {
        return small("super-resolution-content")
                .set("generator.optimizer.learningRate=1e-3")
                .set("stop.images=320")
                .plan();
    }

    private static Draft small(String preset) {
        return Presets.draft(preset)
                .on("strokes")
                .set("data.size=16")
                .set("threads=1")
                .set("generator.network.width=8")
                .set("generator.network.blocks=1")
                .set("generator.optimizer.learningRate=2e-3")
                .set("discriminator.network.width=4")
                .set("generator.ema=none")
                .set("batchSize=8")
                .set("stop={images: 80}")
                .set("record.checkpoints={images: 40}")
                .set("record.columns=3")
                .set("record.rows=2")
                .set("metrics.names=[psnr, ssim, sharpness]")
                .set("metrics.every={images: 40}")
                .set("metrics.count=6");
    }

    private static List<ObjectNode> train(Plan plan, Path path, int steps) throws IOException {
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(stopping(run, steps));
        }
        return JsonLines.read(RunFolder.open(path).events());
    }

    private static Listener stopping(Run run, int steps) {
        return new Listener() {
            @Override
            public void stepped(Training training, Step step) {
                if (step.number() == steps) run.stop();
            }
        };
    }

    @Test
    void events_tell_how_close_restored_and_damaged_images_are_to_the_originals() throws IOException {
        List<ObjectNode> events = train(noisy(), folder.resolve("run"), 10);
        ObjectNode last = events.get(events.size() - 1);
        assertThat(last.path("psnr-of-input").asDouble()).isBetween(10.0, 16.0);
        assertThat(last.path("psnr").asDouble())
                .isGreaterThan(last.path("psnr-of-input").asDouble());
        assertThat(last.path("ssim").asDouble()).isBetween(0.0, 1.0);
        assertThat(last.path("sharpness-of-input").asDouble()).isGreaterThan(1);
        assertThat(RunFolder.open(folder.resolve("run")).best()).exists();
    }

    @Test
    void content_alone_teaches_a_generator_and_no_discriminator() throws IOException {
        List<ObjectNode> events = train(shrunk(), folder.resolve("run"), 40);
        assertThat(events).allSatisfy(event -> assertThat(event.has("pReal")).isFalse());
        ObjectNode last = events.get(events.size() - 1);
        assertThat(last.path("psnr").asDouble())
                .isGreaterThan(last.path("psnr-of-input").asDouble());
    }

    @Test
    void no_step_leaves_a_native_object() throws IOException {
        List<Long> counts = new ArrayList<>();
        try (Run run = Run.start(Draft.of(noisy()).set("metrics=none").plan(), folder.resolve("run"), line -> {})) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    counts.add(Pointer.totalCount());
                }
            });
        }
        assertThat(counts.subList(2, counts.size())).containsOnly(counts.get(2));
    }

    @Test
    void where_nothing_can_be_held_back_that_is_said() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        for (int i = 0; i < 3; i++)
            ImageFile.writePng(photos.resolve(i + ".png"), new Picture(16, 16, 1, new byte[256]));
        Plan plan = Draft.of(noisy())
                .set("data={images: {format: folder, size: 16, channels: 1}}")
                .setText("data.path", photos.toString())
                .set("stop.images=8")
                .plan();
        List<String> notices = new ArrayList<>();
        try (Run run = Run.start(plan, folder.resolve("run"), notices::add)) {
            run.train(new Listener() {});
        }
        assertThat(notices)
                .containsExactly(
                        "all pixels of the data are nearly the same: its images are empty",
                        "metrics are measured on images that are learned from; data of kind patches holds some out");
    }

    @Test
    void pictures_show_damaged_restored_and_original_side_by_side() throws IOException {
        train(shrunk(), folder.resolve("run"), 1);
        var picture = ImageFile.read(RunFolder.open(folder.resolve("run")).samplePicture(0));
        int tile = 2 * 16 + 2;
        assertThat(picture.width()).as("small, bicubic, enlarged, original").isEqualTo(4 * tile + 2);
        assertThat(picture.height()).isEqualTo(2 * tile + 2);
    }

    @Test
    void a_stopped_run_resumes_to_the_same_bits() throws IOException {
        train(noisy(), folder.resolve("whole"), 10);
        train(noisy(), folder.resolve("run"), 5);
        try (Run run = Run.resume(folder.resolve("run"), Optional.empty(), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(Runs.numbers(folder.resolve("run"))).isEqualTo(Runs.numbers(folder.resolve("whole")));
    }

    @Test
    void a_trained_restorer_takes_images_of_other_sizes() throws IOException {
        train(noisy(), folder.resolve("run"), 2);
        try (TrainedRestorer restorer = TrainedRestorer.open(folder.resolve("run"), line -> {})) {
            assertThat(restorer.restored(new float[24 * 40], 24, 40)).hasSize(24 * 40);
            assertThat(List.of(restorer.channels(), restorer.factor(), restorer.multiple()))
                    .containsExactly(1, 1, 8);
            float[] noisy = restorer.degraded(new float[24 * 40], 24, 40, OptionalDouble.empty());
            assertThat(noisy).isEqualTo(restorer.degraded(new float[24 * 40], 24, 40, OptionalDouble.empty()));
            assertThat(restorer.degraded(new float[64], 8, 8, OptionalDouble.of(0)))
                    .containsOnly(0);
            assertThat(restorer.heldOut(line -> {}))
                    .as("pen strokes hold nothing back")
                    .isEmpty();
        }
    }

    @Test
    void an_enlarger_makes_more_of_less() throws IOException {
        train(shrunk(), folder.resolve("run"), 2);
        try (TrainedRestorer restorer = TrainedRestorer.open(folder.resolve("run"), line -> {})) {
            assertThat(restorer.restored(new float[3 * 5], 3, 5)).hasSize(12 * 20);
            assertThat(restorer.degraded(new float[12 * 20], 12, 20, OptionalDouble.empty()))
                    .hasSize(15);
        }
    }

    @Test
    void runs_of_the_wrong_kind_are_refused() throws IOException {
        Path restoring = folder.resolve("restoring"), other = folder.resolve("other");
        train(noisy(), restoring, 1);
        train(Plans.line(), other, 1);
        assertThatThrownBy(() -> TrainedGenerator.open(restoring))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        restoring + ": its generator starts from degraded images, not from latents; use gan4j restore");
        assertThatThrownBy(() -> TrainedRestorer.open(other, line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(other + ": is a run of 'gaussian-1d', which makes images from latents and restores none;"
                        + " train denoise or super-resolution");
    }

    @Test
    void plans_that_make_no_sense_are_refused() {
        List<String> messages = new ArrayList<>();
        for (String wrong : List.of(
                "generator.input.degraded.sigma=[]",
                "generator.input.degraded.sigma=[1, 2, 3]",
                "generator.input.degraded.sigma=[3, 2]",
                "generator.input.degraded.sigma=[-1]",
                "generator.input.degraded.factor=3",
                "generator.network=dcgan",
                "metrics.names=[frechet-distance]",
                "metrics.extractor=pixels",
                "metrics.best=sharpness")) messages.add(refusal(wrong));
        assertThat(messages)
                .containsExactly(
                        "generator.input.degraded must have a sigma or blur above 0, a jpeg quality, or a factor above 1; got none of them",
                        "generator.input.sigma must have one number, or the least and the most; got [1.0, 2.0, 3.0]",
                        "generator.input.sigma must have the least before the most, got [3.0, 2.0]",
                        "generator.input.sigma must be between 0.0 and 1000.0, got -1.0",
                        "generator.input.factor must be 1, 2, 4 or 8, got 3",
                        "generator.input is degraded, but generator.network is dcgan; use restorer, or enlarger where"
                                + " the factor is above 1",
                        "'frechet-distance' is a metric of generated samples, not of restored images; known metrics: psnr, ssim, sharpness, or all",
                        "metrics.extractor must be auto, since restored images are compared by their pixels; got 'pixels'",
                        "metrics.best: of sharpness neither more nor less is better; name another metric, such as psnr");
    }

    private String refusal(String setting) {
        try {
            Run.start(Draft.of(noisy()).set(setting).plan(), folder.resolve("no"), line -> {})
                    .close();
            return setting + " is allowed";
        } catch (IllegalArgumentException wrong) {
            return wrong.getMessage();
        } catch (IOException other) {
            return other.toString();
        }
    }

    @Test
    void content_needs_damage() {
        assertThatThrownBy(() -> Presets.draft("strokes")
                        .set("generator.loss.content=[l1]")
                        .plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "generator.loss.content compares samples with the reals behind the input, but generator.input has"
                                + " none; use degraded or encoded, or leave content out");
    }

    @Test
    void points_cannot_be_damaged() {
        Plan points = Draft.of(noisy()).on("ring").set("metrics=none").plan();
        assertThatThrownBy(() -> Run.start(points, folder.resolve("no"), line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "generator.input is degraded, which is for images, but a sample is a point of ");
    }
}
