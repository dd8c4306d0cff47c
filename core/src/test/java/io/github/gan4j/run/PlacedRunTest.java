package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.explore.PrincipalDirections;
import io.github.gan4j.explore.Projector;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedDiscriminator;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.tensor.EmulatedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs on a card and what is done with them: metrics, examinations, pictures, exploring, restoring. See PlacementTest. */
@ExtendWith(EmulatedCard.class)
class PlacedRunTest {
    private static final int SIDE = 16;
    private static final float[] STROKES = new PenStrokes(5, SIDE).batch(0, 2).values();

    @TempDir
    private Path folder;

    private Path run(Draft preset) throws IOException {
        Path path = folder.resolve("run" + Files.list(folder).count());
        Runs.train(
                preset.set("device=cuda")
                        .set("threads=1")
                        .set("precision=fp32")
                        .set("data.size=" + SIDE)
                        .set("discriminator.network.width=4")
                        .set("batchSize=8")
                        .set("doctor.every={images: 8}")
                        .set("record.columns=2")
                        .set("record.rows=1")
                        .set("stop={images: 16}")
                        .plan(),
                path);
        return path;
    }

    @Test
    void a_run_is_measured_examined_and_explored() throws IOException {
        Path run = run(Presets.draft("strokes")
                .set("generator.network.width=4")
                .set("generator.ema.halfLife=100")
                .set(
                        "metrics={names: [frechet-distance, kernel-distance, sliced-wasserstein], count: 20, extractor: random-convolution,"
                                + " every: {images: 8}}"));
        assertThat(Files.readString(run.resolve("events.jsonl"))).contains("kernel-distance");
        assertThat(Files.readString(run.resolve("plan.yaml"))).contains("device: cuda\n");
        try (TrainedGenerator generator = TrainedGenerator.open(run)) {
            Synthesizer first = generator.first();
            assertThat(new Projector(first, 8, 2)
                            .nearest(first.samples(first.latents().of(7)))
                            .error())
                    .isFinite();
            assertThat(PrincipalDirections.of(first, 40, 2).ways()).hasSize(2);
        }
        try (TrainedDiscriminator discriminator = TrainedDiscriminator.open(run, line -> {})) {
            assertThat(discriminator.sampler().samples(STROKES, new long[] {1, SIDE, SIDE}, Optional.empty()))
                    .hasSize(2)
                    .doesNotContain(Float.NaN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"denoise", "super-resolution", "denoise-adversarial"})
    void images_are_restored(String preset) throws IOException {
        Path run = run(Presets.draft(preset)
                .on("strokes")
                .set("generator.network.blocks=1")
                .set("generator.network.width=4")
                .set("metrics.every={images: 8}")
                .set("metrics.count=4"));
        try (TrainedRestorer restorer = TrainedRestorer.open(run, line -> {});
                TrainedRestorer other = TrainedRestorer.open(run, line -> {})) {
            restorer.moveTowards(other, 0.5);
            float[] seen =
                    restorer.degraded(new PenStrokes(5, SIDE).batch(0, 1).values(), SIDE, SIDE, OptionalDouble.empty());
            int side = SIDE / restorer.factor();
            assertThat(restorer.restored(seen, side, side)).hasSize(SIDE * SIDE).doesNotContain(Float.NaN);
        }
    }

    @Test
    void images_are_redrawn() throws IOException {
        Path run = run(Presets.draft("strokes-redraw")
                .set("generator.network.width=4")
                .set("generator.input.encoded.network.width=4")
                .set("generator.input.encoded.codes.network.hidden=[8]")
                .set("metrics=none"));
        try (TrainedRedrawer redrawer = TrainedRedrawer.open(run, line -> {})) {
            assertThat(redrawer.redrawn(STROKES, new int[] {3, 4})).doesNotContain(Float.NaN);
        }
    }
}
