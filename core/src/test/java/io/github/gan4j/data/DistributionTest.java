package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final List<Distribution> ALL = List.of(
            Distribution.normal(4, 1.25),
            Distribution.mixture(3, 4, 0.5),
            Distribution.ring(8, 1, 0.1),
            Distribution.grid(5, 2, 0.3),
            Distribution.spiral(2, 1, 0.1));

    @Test
    void densities_integrate_to_one() {
        for (Distribution distribution : ALL) {
            double step = distribution.spread() / 1.5;
            double reach = 0;
            for (int axis = 0; axis < distribution.dimensions(); axis++)
                reach = Math.max(
                        reach,
                        Math.abs(distribution.mean()[axis]) + 6 * distribution.std()[axis]);
            double sum = 0;
            for (double x = -reach; x <= reach; x += step)
                if (distribution.dimensions() == 1) sum += step * distribution.density(x);
                else for (double y = -reach; y <= reach; y += step) sum += step * step * distribution.density(x, y);
            assertThat(sum).as(distribution.describe()).isEqualTo(1, within(1e-6));
        }
    }

    @Test
    void samples_have_the_exact_mean_and_standard_deviation() {
        int count = 200_000;
        for (Distribution distribution : ALL)
            for (int axis = 0; axis < distribution.dimensions(); axis++) {
                double sum = 0;
                double squares = 0;
                double mean = distribution.mean()[axis];
                double std = distribution.std()[axis];
                for (int i = 0; i < count; i++) {
                    double difference = distribution.sample(9, i)[axis] - mean;
                    sum += difference;
                    squares += difference * difference;
                }
                assertThat(sum / count).as(distribution.describe()).isEqualTo(0, within(0.01 * std));
                assertThat(Math.sqrt(squares / count))
                        .as(distribution.describe())
                        .isEqualTo(std, within(0.01 * std));
            }
    }

    @Test
    void the_probability_of_a_box_is_the_integral_of_the_density_over_it() {
        for (Distribution distribution : ALL) {
            double step = distribution.spread() / 20;
            int steps = 40;
            double[] low = distribution.modes().isEmpty()
                    ? new double[] {0.3, 0.1}
                    : distribution.modes().get(0);
            double[] high = low.clone();
            for (int axis = 0; axis < low.length; axis++) high[axis] += steps * step;
            double sum = 0;
            for (int i = 0; i < steps; i++)
                if (low.length == 1) sum += step * distribution.density(low[0] + (i + 0.5) * step);
                else
                    for (int j = 0; j < steps; j++)
                        sum += step * step * distribution.density(low[0] + (i + 0.5) * step, low[1] + (j + 0.5) * step);
            assertThat(distribution.probability(low, high))
                    .as(distribution.describe())
                    .isEqualTo(sum, within(1e-4 * sum));
        }
    }

    @Test
    void the_probability_of_everything_is_one() {
        for (Distribution distribution : ALL) {
            double[] low = new double[distribution.dimensions()];
            double[] high = new double[distribution.dimensions()];
            Arrays.fill(low, Double.NEGATIVE_INFINITY);
            Arrays.fill(high, Double.POSITIVE_INFINITY);
            assertThat(distribution.probability(low, high)).isEqualTo(1, within(1e-12));
        }
    }

    /** The table of Abramowitz and Stegun, 26.1. */
    @Test
    void the_normal_curve_agrees_with_the_table() {
        Distribution normal = Distribution.normal(0, 1);
        double[] below = {Double.NEGATIVE_INFINITY};
        assertThat(normal.probability(below, new double[] {1})).isEqualTo(0.841344746068543, within(1e-15));
        assertThat(normal.probability(below, new double[] {-2.5})).isEqualTo(0.006209665325776, within(1e-15));
        assertThat(normal.probability(below, new double[] {-4})).isEqualTo(3.16712418331e-5, within(1e-16));
        assertThat(normal.probability(new double[] {-3}, new double[] {3})).isEqualTo(0.99730020393674, within(1e-14));
        assertThat(normal.probability(new double[] {2}, new double[] {1})).isZero();
    }

    /** The mean of 1/density over samples within a box is the area of the box, as far as density and samples agree. */
    @Test
    void samples_follow_the_density() {
        Distribution spiral = Distribution.spiral(2, 1, 0.15);
        double sum = 0;
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            double[] point = spiral.sample(4, i);
            if (Math.abs(point[0]) < 0.9 && Math.abs(point[1]) < 0.9) sum += 1 / spiral.density(point);
        }
        assertThat(sum / count).isEqualTo(1.8 * 1.8, within(0.1));
    }

    @Test
    void densities_have_known_values() {
        assertThat(Distribution.normal(1, 2).density(1)).isEqualTo(1 / (2 * Math.sqrt(2 * Math.PI)), within(1e-15));
        assertThat(Distribution.ring(8, 1, 0.01).density(1, 0)).isEqualTo(1 / (8 * 2 * Math.PI * 1e-4), within(1e-9));
    }

    @Test
    void a_spiral_wound_tightly_enough_is_a_disc() {
        assertThat(Distribution.spiral(40, 1, 0.1).density(0.3, 0.4)).isEqualTo(1 / Math.PI, within(1e-4));
    }

    @Test
    void the_density_of_a_spiral_is_the_average_over_its_curve() {
        double sum = 0;
        int count = 1_000_000;
        for (int i = 0; i < count; i++) {
            double t = (i + 0.5) / count;
            double angle = 2 * Math.PI * 2 * t;
            double dx = t * Math.cos(angle) - 0.5;
            double dy = t * Math.sin(angle) - 0.01;
            sum += 2 * t * Math.exp(-(dx * dx + dy * dy) / 0.0008) / (2 * Math.PI * 0.0004) / count;
        }
        assertThat(Distribution.spiral(2, 1, 0.02).density(0.5, 0.01)).isEqualTo(sum, within(1e-9));
        assertThat(sum).isGreaterThan(0.1);
    }

    @Test
    void the_modes_of_a_ring_are_evenly_spread_and_none_is_there_twice() {
        List<double[]> modes = Distribution.ring(8, 1, 0.01).modes();
        assertThat(modes).hasSize(8);
        for (int i = 0; i < 8; i++) {
            double[] next = modes.get((i + 1) % 8);
            assertThat(Math.hypot(next[0] - modes.get(i)[0], next[1] - modes.get(i)[1]))
                    .isEqualTo(2 * Math.sin(Math.PI / 8), within(1e-12));
        }
    }

    @Test
    void the_modes_of_a_grid_are_the_usual_25() {
        List<double[]> modes = Distribution.grid(5, 2, 0.05).modes();
        assertThat(modes).hasSize(25);
        assertThat(modes.get(0)).containsExactly(-4, -4);
        assertThat(modes.get(13)).containsExactly(0, 2);
        assertThat(modes.get(24)).containsExactly(4, 4);
    }

    @Test
    void all_modes_are_equally_likely() {
        Distribution ring = Distribution.ring(8, 1, 0.01);
        int[] counts = new int[8];
        for (int i = 0; i < 80_000; i++) {
            double[] point = ring.sample(2, i);
            counts[(int) Math.round(Math.atan2(point[1], point[0]) / (Math.PI / 4) + 8) % 8]++;
        }
        for (int count : counts) assertThat(count).isBetween(9_600, 10_400);
    }

    @Test
    void wrong_numbers_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.normal(0, 0))
                .withMessage("the std of a normal must be above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.normal(Double.NaN, 1))
                .withMessage("the modes of a normal must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ring(0, 1, 1))
                .withMessage("a ring needs at least 1 mode, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.spiral(2, 1, -1))
                .withMessage("the turns, radius and std of a spiral must be above 0, not 2.0, 1.0, -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ring(8, 1, 1).density(1))
                .withMessage("a point of this ring has 2 numbers, not 1");
    }
}
