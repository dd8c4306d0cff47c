package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FeaturesTest {
    private final Features three = Features.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});

    @Test
    void rows_are_stored_one_after_the_other() {
        assertThat(three.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(three.at(2, 1)).isEqualTo(6);
        assertThat(three.row(1)).containsExactly(3, 4);
        assertThat(three.rows(2, 0, 2).values()).containsExactly(5, 6, 1, 2, 5, 6);
        assertThat(three)
                .hasToString("3 rows of 2 features")
                .isEqualTo(new Features(3, 2, three.values().clone()));
    }

    @Test
    void sizes_that_do_not_fit_and_numbers_that_are_not_finite_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Features(2, 2, new float[3]))
                .withMessage("features of 2 rows of 2 need 4 numbers, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Features(2, 1, new float[] {1, Float.NaN}))
                .withMessage("features must be finite, got NaN in row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Features.of(new float[][] {{1}, {1, 2}}))
                .withMessage("row 1 has 2 numbers and row 0 has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.requireSameWidth(new Features(1, 1, new float[1])))
                .withMessageContaining("width 2 cannot be compared with features of width 1");
    }
}
