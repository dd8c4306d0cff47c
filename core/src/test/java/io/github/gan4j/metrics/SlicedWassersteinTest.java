package io.github.gan4j.metrics;

import static io.github.gan4j.metrics.MadeFeatures.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Engine;
import org.junit.jupiter.api.Test;

class SlicedWassersteinTest {
    /** Along a direction at angle a to the shift, a shifted copy lies shift · |cos a| away; the mean of |cos| is 2/π. */
    @Test
    void a_shift_in_a_plane_gives_two_over_pi_of_it() {
        Features still = normal(1000, 2, 0, 1, 1);
        assertThat(SlicedWasserstein.of(still, shifted(still, 3)).value())
                .isEqualTo(3 * Math.sqrt(2) * 2 / Math.PI, within(1e-4));
    }

    /** E|cos| = Γ(w/2) / (√π · Γ((w + 1)/2)), which is 1/2 for w = 3. */
    @Test
    void a_shift_in_wide_features_gives_its_mean_cosine() {
        Features still = normal(200, 3, 0, 1, 1);
        assertThat(SlicedWasserstein.of(still, shifted(still, 2), 4000).value())
                .isEqualTo(2 * Math.sqrt(3) / 2, within(0.03));
    }

    @Test
    void independent_shifted_normal_samples_agree_within_the_interval() {
        Score score = SlicedWasserstein.of(normal(4000, 2, 0, 1, 1), normal(4000, 2, 1, 1, 2));
        assertThat(score.interval().orElseThrow().contains(Math.sqrt(2) * 2 / Math.PI))
                .isTrue();
    }

    @Test
    void on_a_line_it_is_the_area_between_the_distribution_functions() {
        Features first = new Features(2, 1, new float[] {0, 1});
        Features second = new Features(4, 1, new float[] {0, 1, 2, 3});
        assertThat(SlicedWasserstein.of(first, second).value()).isEqualTo(0.25 + 0.5 + 0.25, within(1e-12));
    }

    @Test
    void it_does_not_depend_on_threads() {
        Features reals = normal(500, 40, 0, 1, 1);
        Features fakes = normal(400, 40, 0.2, 1, 2);
        int before = Engine.threads();
        try {
            Engine.useThreads(1);
            Score one = SlicedWasserstein.of(reals, fakes);
            Engine.useThreads(2);
            assertThat(SlicedWasserstein.of(reals, fakes).value()).isEqualTo(one.value(), within(1e-10));
        } finally {
            Engine.useThreads(before);
        }
    }

    @Test
    void it_needs_a_direction() {
        Features points = normal(10, 3, 0, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlicedWasserstein.of(points, points, 0))
                .withMessage("the sliced Wasserstein distance needs at least 1 direction, not 0");
    }

    private static Features shifted(Features points, double by) {
        float[] values = points.values().clone();
        for (int i = 0; i < values.length; i++) values[i] += (float) by;
        return new Features(points.count(), points.width(), values);
    }
}
