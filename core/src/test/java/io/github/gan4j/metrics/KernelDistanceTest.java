package io.github.gan4j.metrics;

import static io.github.gan4j.metrics.MadeFeatures.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KernelDistanceTest {
    /** Two rows each of one number: k(a, b) = (ab + 1)³, so 1 + 27 - 2 · (1 + 1 + 8 + 27) / 4 by hand. */
    @Test
    void two_samples_give_the_number_worked_out_by_hand() {
        Features reals = new Features(2, 1, new float[] {0, 1});
        Features fakes = new Features(2, 1, new float[] {1, 2});
        assertThat(KernelDistance.between(reals, fakes)).isEqualTo(1 + 27 - 2 * (1 + 1 + 8 + 27) / 4.0, within(1e-12));
    }

    @Test
    void equal_distributions_are_around_zero_at_any_count() {
        Score score = KernelDistance.of(normal(2000, 16, 0, 1, 1), normal(2000, 16, 0, 1, 2), 200, 3);
        assertThat(score.interval().orElseThrow().contains(0)).isTrue();
        assertThat(score.notes()).anyMatch(note -> note.startsWith("standard deviation of a block of 200"));
        assertThat(KernelDistance.of(normal(2000, 16, 0, 1, 1), normal(2000, 16, 0.3, 1, 2), 200, 3)
                        .interval()
                        .orElseThrow()
                        .low())
                .isPositive();
    }

    @Test
    void one_block_of_all_rows_is_the_whole_estimate() {
        Features reals = normal(200, 4, 0, 1, 1);
        Features fakes = normal(200, 4, 1, 1, 2);
        assertThat(KernelDistance.of(reals, fakes, 200, 5).value())
                .isEqualTo(KernelDistance.between(reals, fakes), within(1e-12));
    }

    @Test
    void a_block_must_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelDistance.of(normal(20, 2, 0, 1, 1), normal(10, 2, 0, 1, 1), 11, 1))
                .withMessage(
                        "a block of the kernel distance must have between 2 and the 10 samples of each kind, got 11");
    }
}
