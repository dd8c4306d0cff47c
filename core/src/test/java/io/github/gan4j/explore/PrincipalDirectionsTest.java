package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrincipalDirectionsTest {
    @TempDir
    private Path folder;

    private TrainedGenerator generator() throws IOException {
        var plan = Presets.draft("strokes")
                .set("threads=1")
                .set("precision=fp32")
                .set("generator.input.size=6")
                .set("stop={images: 512}")
                .set("data.size=16")
                .set("batchSize=16")
                .set("generator.network.width=4")
                .set("discriminator.network.width=4")
                .plan();
        try (Run run = Run.start(plan, folder.resolve("run"), line -> {})) {
            run.train(new Listener() {});
        }
        return TrainedGenerator.open(folder.resolve("run"));
    }

    /** The mean squared change of twenty samples when their latents go so far. */
    private static double change(Synthesizer first, float[] way) {
        float[] latents = first.latents().of(0, 20), moved = latents.clone();
        for (int i = 0; i < moved.length; i++) moved[i] += way[i % way.length];
        float[] before = first.samples(latents), after = first.samples(moved);
        double sum = 0;
        for (int i = 0; i < before.length; i++) sum += Math.pow(after[i] - before[i], 2) / before.length;
        return sum;
    }

    @Test
    void the_first_way_changes_samples_more_than_the_last() throws IOException {
        try (TrainedGenerator generator = generator()) {
            Synthesizer first = generator.first();
            PrincipalDirections directions = PrincipalDirections.of(first, 300, 10);
            assertThat(directions.ways()).hasSize(6);
            assertThat(change(first, directions.ways().get(0)))
                    .isGreaterThan(1.5 * change(first, directions.ways().get(5)));
            double sum = 0;
            for (int k = 0; k < 6; k++) {
                sum += directions.shares()[k];
                if (k > 0)
                    assertThat(directions.shares()[k])
                            .isLessThanOrEqualTo(directions.shares()[k - 1]);
                double length = 0;
                for (float number : directions.ways().get(k)) length += number * number;
                assertThat(length).isCloseTo(1, within(1e-5));
            }
            assertThat(sum).isBetween(0.5, 1.000001);
            assertThat(PrincipalDirections.of(first, 300, 10).ways().get(0))
                    .isEqualTo(directions.ways().get(0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PrincipalDirections.of(first, 50, 10))
                    .withMessage("ways must be at least 1 and samples ten times as many, got 10 and 50");
        }
    }
}
