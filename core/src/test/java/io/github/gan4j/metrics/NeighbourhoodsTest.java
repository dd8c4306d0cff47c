package io.github.gan4j.metrics;

import static io.github.gan4j.metrics.MadeFeatures.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Engine;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {
    private final Features line = new Features(4, 1, new float[] {0, 1, 3, 7});

    @Test
    void radii_reach_to_the_nearest_others() {
        Neighbourhoods found = Neighbourhoods.of(line, 2);
        assertThat(found.squares()).containsExactly(1, 9, 1, 4, 4, 9, 16, 36);
        assertThat(found.radius(3, 1)).isEqualTo(16);
    }

    /** Balls of reals with k = 1: [-1, 1], [0, 2], [1, 5], [3, 11]; of fakes: 0.5 and 4 reach 3.5, 20 reaches 16. */
    @Test
    void a_small_example_gives_the_numbers_worked_out_by_hand() {
        Features fakes = new Features(3, 1, new float[] {0.5f, 4, 20});
        PrecisionRecall first = PrecisionRecall.of(line, fakes, 1);
        assertThat(first.precise()).isEqualTo(2);
        assertThat(first.recalled()).isEqualTo(4);
        DensityCoverage second = DensityCoverage.of(line, fakes, 1);
        assertThat(second.inside()).isEqualTo(2 + 2);
        assertThat(second.covered()).isEqualTo(4);
        assertThat(first.scores()).extracting(Score::name).containsExactly("precision", "recall");
        assertThat(second.scores()).extracting(Score::name).containsExactly("density", "coverage");
    }

    @Test
    void equal_distributions_have_density_one_and_the_expected_coverage() {
        DensityCoverage found = DensityCoverage.of(normal(2000, 16, 0, 1, 1), normal(2000, 16, 0, 1, 2), 5);
        assertThat(found.density()).isEqualTo(1, within(0.08));
        assertThat(DensityCoverage.expectedCoverage(2000, 2000, 5)).isEqualTo(0.9688, within(1e-3));
        assertThat(found.coverage()).isEqualTo(0.9688, within(0.015));
    }

    @Test
    void a_collapsed_generator_is_precise_and_recalls_nothing() {
        Features reals = normal(500, 8, 0, 1, 1);
        Features collapsed = new Features(500, 8, new float[4000]);
        PrecisionRecall found = PrecisionRecall.of(reals, collapsed, 3);
        assertThat(found.precision()).isEqualTo(1);
        assertThat(found.recall()).isZero();
        assertThat(DensityCoverage.of(reals, collapsed, 5).coverage()).isLessThan(0.8);
    }

    @Test
    void they_depend_neither_on_blocks_nor_on_threads() {
        Features reals = normal(600, 64, 0, 1, 1);
        Features fakes = normal(600, 64, 0, 1, 2);
        int before = Engine.threads();
        try {
            Engine.useThreads(2);
            DensityCoverage expected = DensityCoverage.of(reals, fakes, 5);
            Engine.useThreads(1);
            assertThat(DensityCoverage.of(Neighbourhoods.of(reals, 5, 600 * 7), fakes, 5))
                    .isEqualTo(expected);
            assertThat(PrecisionRecall.of(Neighbourhoods.of(reals, 5, 100), Neighbourhoods.of(fakes, 5, 9999), 5))
                    .isEqualTo(PrecisionRecall.of(reals, fakes, 5));
        } finally {
            Engine.useThreads(before);
        }
    }

    @Test
    void too_large_a_k_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Neighbourhoods.of(line, 4))
                .withMessage("k nearest neighbours need k between 1 and one less than the 4 samples, got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensityCoverage.of(Neighbourhoods.of(line, 2), line, 3))
                .withMessage("k must be between 1 and 2, got 3");
    }

    @Test
    void nearest_neighbours_come_in_order_and_copies_are_at_zero() {
        Features training = normal(300, 5, 100, 1, 1);
        Features samples = training.rows(7, 299, 7);
        NearestNeighbours found = NearestNeighbours.of(samples, training, 3);
        assertThat(new int[] {found.index(0, 0), found.index(1, 0), found.index(2, 0)})
                .containsExactly(7, 299, 7);
        assertThat(found.distances()[0]).isZero();
        assertThat(found.distances()[1]).isPositive().isLessThanOrEqualTo(found.distances()[2]);
        double square = 0;
        for (int c = 0; c < 5; c++)
            square += Math.pow((double) samples.at(0, c) - training.at(found.index(0, 1), c), 2);
        assertThat(found.distances()[1]).isEqualTo(Math.sqrt(square), within(1e-9));
    }

    @Test
    void copies_are_told_from_honest_samples() {
        Features training = normal(800, 4, 0, 1, 1);
        Features held = normal(400, 4, 0, 1, 2);
        Score honest = Memorisation.of(normal(400, 4, 0, 1, 3), training, held).score();
        assertThat(honest.value()).isEqualTo(0.5, within(0.08));
        assertThat(honest.interval().orElseThrow().contains(0.5)).isTrue();
        assertThat(Memorisation.of(training.rows(IntStream.range(0, 400).toArray()), training, held)
                        .share())
                .isEqualTo(1);
        assertThat(Memorisation.of(normal(400, 4, 9, 1, 3), training, held).share())
                .isZero();
    }
}
