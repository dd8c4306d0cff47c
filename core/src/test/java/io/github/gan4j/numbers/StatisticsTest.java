package io.github.gan4j.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void mean_variance_and_deviation_of_four_numbers() {
        assertThat(Statistics.mean(1, 2, 3, 6)).isEqualTo(3);
        assertThat(Statistics.squaredDeviations(1, 2, 3, 6)).isEqualTo(14);
        assertThat(Statistics.variance(1, 2, 3, 6)).isEqualTo(14.0 / 3);
        assertThat(Statistics.deviation(1, 2, 3, 6)).isEqualTo(Math.sqrt(3.5));
    }

    @Test
    void the_median_of_an_even_count_lies_between_the_middle_two() {
        assertThat(Statistics.median(1, 2, 10)).isEqualTo(2);
        assertThat(Statistics.median(1, 2, 4, 10)).isEqualTo(3);
    }

    @Test
    void correlation_is_one_for_a_line_and_zero_for_what_does_not_vary() {
        double[] numbers = {1, 2, 4};
        assertThat(Statistics.correlation(numbers, new double[] {3, 5, 9})).isCloseTo(1, within(1e-12));
        assertThat(Statistics.correlation(numbers, new double[] {-1, -2, -4})).isCloseTo(-1, within(1e-12));
        assertThat(Statistics.correlation(numbers, new double[] {7, 7, 7})).isZero();
    }

    @Test
    void a_permutation_has_every_number_once() {
        assertThat(Permutation.of(5, bound -> 0)).containsExactly(4, 0, 1, 2, 3);
        assertThat(Permutation.of(4, bound -> bound - 1)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void thousands_are_parted_by_a_space() {
        assertThat(Numbers.grouped(1_234_567)).isEqualTo("1 234 567");
        assertThat(Numbers.of(1, "image")).isEqualTo("1 image");
        assertThat(Numbers.of(60_000, "image")).isEqualTo("60 000 images");
    }
}
