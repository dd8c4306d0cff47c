package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
    private static Spread of(double[] reals, float... numbers) {
        return Spread.of(new Features(numbers.length / reals.length, reals.length, numbers), reals);
    }

    @Test
    void the_width_of_samples_against_that_of_the_reals() {
        // variance 2 of 1 and 3 against 4 · 2
        assertThat(of(new double[] {Math.sqrt(8)}, 1, 3).ratio()).isCloseTo(0.5, within(1e-12));
        assertThat(of(new double[] {1, 1}, 0, 0, 2, 2).ratio()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(of(new double[] {1}, 4, 4, 4).ratio()).isZero();
    }

    @Test
    void less_than_half_the_width_is_collapsed() {
        assertThat(new Spread(0.49).collapsed()).isTrue();
        assertThat(new Spread(0.5).collapsed()).isFalse();
        assertThat(new Spread(7).collapsed()).isFalse();
    }

    @Test
    void too_few_samples_and_other_widths_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new double[] {1}, 1))
                .withMessage("a spread needs 2 samples or more of 1 numbers, got 1 of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spread(Double.NaN))
                .withMessage("a spread is at least 0, got NaN");
    }
}
