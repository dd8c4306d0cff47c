package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class DensityFitTest {
    private static final int COUNT = 10_000;

    @Test
    void points_of_the_distribution_itself_are_near_zero() {
        for (Distribution known :
                List.of(Distribution.normal(4, 1.25), Distribution.ring(8, 1, 0.05), Distribution.spiral(1, 1, 0.15))) {
            List<Score> scores = DensityFit.of(points(known, 3000), known, 10);
            assertThat(scores).extracting(Score::name).containsExactly("kl", "reverse-kl-density", "js", "wasserstein");
            assertThat(scores).allSatisfy(score -> assertThat(score.value())
                    .as(known.describe() + " " + score.name())
                    .isBetween(0.0, 0.07));
        }
    }

    /** KL of N(0, 1) and N(1/2, 1) is 1/8 either way. */
    @Test
    void divergences_of_shifted_normal_distributions_have_their_closed_form() {
        List<Score> scores = DensityFit.of(points(Distribution.normal(0.5, 1), 20_000), Distribution.normal(0, 1));
        assertThat(scores.get(0).value()).isEqualTo(0.125, within(0.01));
        assertThat(scores.get(1).value()).isEqualTo(0.125, within(0.01));
        assertThat(scores.get(3).value()).isEqualTo(0.5, within(0.02));
        assertThat(scores.get(3).interval().orElseThrow().contains(0.5)).isTrue();
    }

    /** Wasserstein-1 between N(0, 1) and N(0, 4) is E|Z| = √(2/π). */
    @Test
    void the_distance_on_a_line_has_its_closed_form() {
        List<Score> scores = DensityFit.of(points(Distribution.normal(0, 2), COUNT), Distribution.normal(0, 1));
        assertThat(scores.get(3).value()).isEqualTo(Math.sqrt(2 / Math.PI), within(0.02));
    }

    @Test
    void missing_modes_show_in_kl_and_stray_points_in_reverse_kl() {
        Distribution ring = Distribution.ring(8, 1, 0.05);
        Features one = points(Distribution.ring(1, 1, 0.05), 2000);
        List<Score> collapsed = DensityFit.of(one, ring);
        assertThat(collapsed.get(0).value()).isGreaterThan(5);
        assertThat(collapsed.get(1).value()).isEqualTo(Math.log(8), within(0.05));
        assertThat(collapsed.get(2).value()).isLessThanOrEqualTo(Math.log(2));
        List<Score> stray = DensityFit.of(points(Distribution.ring(1, 0.01, 0.5), 2000), ring);
        assertThat(stray.get(1).value()).isGreaterThan(2);
    }

    @Test
    void other_dimensions_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensityFit.of(new Features(5, 1, new float[5]), Distribution.ring(8, 1, 0.1)))
                .withMessage("points of 1 numbers cannot be compared with a 2-D distribution; both must have 1 or 2");
    }

    private static Features points(Distribution from, int count) {
        return new Features(
                count, from.dimensions(), from.samples(3).batch(0, count).values());
    }
}
