package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.ClassifierExtractor;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.RedrawGrade;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Plans;
import io.github.gan4j.run.Run;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose generator begins with an encoder, and what they draw. */
class RedrawTest {
    @TempDir
    static Path folder;

    private static Path run;

    private static Plan small() {
        return Presets.draft("strokes-redraw")
                .set("threads=1")
                .set("precision=fp32")
                .set("data.size=16")
                .set("generator.network.width=4")
                .set("discriminator.network.width=4")
                .set("generator.input.encoded.network.width=4")
                .set("generator.input.encoded.codes.network.hidden=[8]")
                .set("batchSize=16")
                .set("stop={images: 160}")
                .set("record={columns: 3, checkpoints: {images: 32}}")
                .plan();
    }

    private static Path trained(Plan plan, String name) throws IOException {
        Path path = folder.resolve(name);
        try (Run started = Run.start(plan, path, line -> {})) {
            started.train(new Listener() {});
        }
        return path;
    }

    @BeforeAll
    static void train() throws IOException {
        run = trained(small(), "run");
    }

    @Test
    void an_image_is_drawn_as_every_class() throws IOException {
        float[] images = new PenStrokes(5, 16).batch(0, 2).values();
        try (TrainedRedrawer redrawer = TrainedRedrawer.open(run, line -> {})) {
            float[] drawn = redrawer.redrawn(images, new int[] {3, 4});
            assertThat(drawn).hasSize(2 * 256).isNotEqualTo(redrawer.redrawn(images, new int[] {4, 3}));
            Picture figure = RedrawFigure.of(redrawer, images, List.of(0, 7, 9)).picture();
            assertThat(figure.width()).as("four tiles a row, two rows").isGreaterThan(figure.height() * 3 / 2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redrawer.redrawn(images, new int[] {1}))
                    .withMessageStartingWith("1 classes need as many images of 16x16 grey, 256 numbers each, got 512");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redrawer.redrawn(images, new int[] {1, 10}))
                    .withMessage("a class must be between 0 and 9, got 10");
        }
    }

    @Test
    void a_grade_counts_classes_and_correlates_measures() throws IOException {
        ImageSet originals = ImageSets.of(new PenStrokes(5, 16), 0, 40);
        Engine.seed(1);
        try (TrainedRedrawer redrawer = TrainedRedrawer.open(run, line -> {});
                Extractor guess = new ClassifierExtractor(
                        new Classifier(Structure.SOFTMAX, originals.shape(), originals.labelNames(), Device.CPU))) {
            RedrawGrade grade =
                    RedrawGrade.of(redrawer.labelNames(), redrawer::redrawn, originals, guess, List.of("slant", "ink"));
            assertThat(grade.images()).isEqualTo(40);
            assertThat(grade.accuracy()).isBetween(0.0, 1.0);
            assertThat(grade.kept().keySet()).containsExactly("slant", "ink");
            assertThat(grade.kept().values())
                    .allSatisfy(kept -> assertThat(kept).isBetween(-1.0, 1.0));
            assertThat(Json.tree(grade).at("/kept/ink").isNumber()).isTrue();
        }
    }

    @Test
    void its_decoder_is_a_generator_like_any_other() throws IOException {
        try (TrainedGenerator generator = TrainedGenerator.open(run)) {
            float[] latents = generator.latents().of(List.of(1L, 2L));
            assertThat(latents).hasSize(16);
            assertThat(generator.pictures(latents, new int[] {3, 8})).hasSize(2);
        }
        assertThat(Files.exists(RunFolder.open(run).samplePicture(160))).isTrue();
    }

    @Test
    void it_resumes_to_the_same_bits() throws IOException {
        Path part = trained(Plans.with(small(), "stop.images=80"), "part");
        try (Run resumed = Run.resume(part, Optional.of(small().stop()), line -> {})) {
            resumed.train(new Listener() {});
        }
        assertThat(weights(part)).isEqualTo(weights(run));
    }

    private static Object weights(Path path) throws IOException {
        return RunFolder.open(path)
                .checkpoints()
                .newestIntact(line -> {})
                .read()
                .tensors();
    }

    @Test
    void the_published_form_shows_its_discriminator_what_comes_back() throws IOException {
        Plan published = Draft.of(small())
                .set("generator.input.encoded.shown=samples")
                .set("generator.input.encoded.codes.network.labels=none")
                .set("generator.input.encoded.latents={uniform: {size: 8}}")
                .set("stop.images=32")
                .plan();
        trained(published, "published");
        assertThat(RunFolder.open(folder.resolve("published")).checkpoints().list())
                .isNotEmpty();
    }

    @Test
    void plans_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(small(), "generator.team.count=2"))
                .withMessage(
                        "generator.team and discriminator.team must be none where generator.input is encoded, got 2 and"
                                + " 1 players");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(small(), "generator.input.encoded.codesWeight=2"))
                .withMessage("generator.input.codesWeight must be between 0.0 and 1.0, got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.with(small(), "generator.input.encoded.codes.network={dcgan: {width: 8}}"))
                .withMessageContaining("unknown key 'dcgan' in generator.input.codes.network; known keys: hidden,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draft.of(small())
                        .set("generator.network.labels=none")
                        .set("discriminator.network.labels=none")
                        .plan())
                .withMessage(
                        "generator.network.labels must be input or every-layer where generator.input is encoded, got none");
    }

    @Test
    void a_run_without_an_encoder_is_refused() throws IOException {
        Path plain = trained(
                Presets.draft("gaussian-1d")
                        .set("threads=1")
                        .set("stop={images: 128}")
                        .plan(),
                "plain");
        assertThatIOException()
                .isThrownBy(() -> TrainedRedrawer.open(plain, line -> {}))
                .withMessage(plain + ": its generator does not start from images; train one that does, as the preset"
                        + " mnist-redraw");
    }
}
