package io.github.gan4j.metrics;

import static io.github.gan4j.metrics.MadeFeatures.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Engine;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
    /** |m₁ - m₂|² + Σ(σ₁ - σ₂)² for normal distributions with independent axes. */
    @Test
    void known_means_and_scales_give_the_closed_form() {
        FeatureMoments first = new FeatureMoments(10, 2, new double[] {0, 1}, new double[] {4, 0, 0, 9});
        FeatureMoments second = new FeatureMoments(10, 2, new double[] {3, 5}, new double[] {1, 0, 0, 25});
        assertThat(FrechetDistance.between(first, second)).isEqualTo(9 + 16 + 1 + 4, within(1e-12));
        assertThat(FrechetDistance.between(first, first)).isEqualTo(0, within(1e-12));
    }

    /** For S₂ = I the trace is that of S₁ - 2 S₁^½ + I, whatever the axes of S₁: eigenvalues 1 and 9 here. */
    @Test
    void correlated_features_give_the_closed_form() {
        FeatureMoments first = new FeatureMoments(10, 2, new double[2], new double[] {5, 4, 4, 5});
        FeatureMoments second = new FeatureMoments(10, 2, new double[2], new double[] {1, 0, 0, 1});
        assertThat(FrechetDistance.between(first, second)).isEqualTo(0 + 4, within(1e-12));
    }

    @Test
    void samples_of_known_distributions_come_near_the_closed_form() {
        Score score = FrechetDistance.of(normal(20_000, 4, 0, 1, 1), normal(20_000, 4, 0.5, 1.5, 2));
        assertThat(score.value()).isEqualTo(4 * 0.25 + 4 * 0.25, within(0.05));
        assertThat(score.interval().orElseThrow().contains(2)).isTrue();
        assertThat(score.better()).isEqualTo(Better.LOWER);
    }

    @Test
    void features_far_from_the_origin_lose_nothing() {
        Features near = normal(500, 8, 0, 1, 1);
        float[] values = near.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = Math.round(values[i] * 256) / 256f;
        float[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) moved[i] += 8192;
        FeatureMoments a = FeatureMoments.of(new Features(500, 8, values));
        FeatureMoments b = FeatureMoments.of(new Features(500, 8, moved));
        FeatureMoments c = FeatureMoments.of(new Features(250, 8, Arrays.copyOf(values, 2000)));
        FeatureMoments d = FeatureMoments.of(new Features(250, 8, Arrays.copyOf(moved, 2000)));
        assertThat(FrechetDistance.between(b, d)).isEqualTo(FrechetDistance.between(a, c), within(1e-9));
    }

    @Test
    void fewer_samples_than_features_are_welcome_and_said() {
        Features few = normal(50, 128, 0, 1, 1);
        assertThat(FrechetDistance.of(few, few).value()).isEqualTo(0, within(1e-5));
        assertThat(FrechetDistance.of(few, normal(50, 128, 0, 1, 2)).notes())
                .anyMatch(note -> note.contains("no more samples than the 128 features"));
    }

    /** Fewer rows than features go without covariances, whose roots of zeros cost 1e-6. */
    @Test
    void rows_and_moments_give_the_same_distance() {
        for (int[] counts : new int[][] {{10, 16}, {16, 10}, {2, 3}, {100, 30}, {128, 128}}) {
            Features first = normal(counts[0], 128, 0, 1, 1);
            Features second = normal(counts[1], 128, 0.3, 1.5, 2);
            double moments = FrechetDistance.between(FeatureMoments.of(first), FeatureMoments.of(second));
            assertThat(FrechetDistance.between(first, second)).isEqualTo(moments, within(1e-6 * moments));
        }
    }

    @Test
    void a_constant_set_is_a_point() {
        Features point = new Features(50, 3, new float[150]);
        assertThat(FrechetDistance.of(point, point).value()).isZero();
    }

    @Test
    void it_does_not_depend_on_the_number_of_threads() {
        Features reals = normal(3000, 64, 0, 1, 1);
        Features fakes = normal(3000, 64, 0.1, 1, 2);
        int before = Engine.threads();
        try {
            Engine.useThreads(1);
            double one = FrechetDistance.of(reals, fakes).value();
            Engine.useThreads(2);
            assertThat(FrechetDistance.of(reals, fakes).value()).isEqualTo(one, within(1e-9));
        } finally {
            Engine.useThreads(before);
        }
    }

    @Test
    void nothing_native_is_left_behind() {
        Features reals = normal(100, 8, 0, 1, 1);
        FrechetDistance.of(reals, reals);
        long before = Pointer.totalCount();
        FrechetDistance.of(reals, reals);
        KernelDistance.of(reals, reals, 1);
        PrecisionRecall.of(reals, reals, 3);
        SlicedWasserstein.of(reals, reals);
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void other_widths_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrechetDistance.of(normal(9, 2, 0, 1, 1), normal(9, 3, 0, 1, 1)))
                .withMessageContaining("width 2 cannot be compared with features of width 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureMoments.of(normal(1, 2, 0, 1, 1)))
                .withMessage("a covariance needs at least 2 samples, not 1");
    }
}
