package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {
    /** From the usual tables of Student's distribution. */
    @Test
    void the_points_of_students_distribution_agree_with_the_table() {
        assertThat(ConfidenceInterval.student(4)).isEqualTo(2.776, within(0.005));
        assertThat(ConfidenceInterval.student(9)).isEqualTo(2.262, within(0.001));
        assertThat(ConfidenceInterval.student(19)).isEqualTo(2.093, within(0.0005));
        assertThat(ConfidenceInterval.student(100_000)).isEqualTo(1.960, within(0.0005));
    }

    /** Newcombe 1998, table I: 81 of 263 have 0.2553 to 0.3662, 0 of 20 have 0 to 0.1611. */
    @Test
    void shares_have_wilsons_interval() {
        ConfidenceInterval some = ConfidenceInterval.ofShare(81, 263, "Wilson");
        assertThat(some.low()).isEqualTo(0.2553, within(5e-5));
        assertThat(some.high()).isEqualTo(0.3662, within(5e-5));
        assertThat(ConfidenceInterval.ofShare(0, 20, "Wilson").high()).isEqualTo(0.1611, within(5e-5));
    }

    /** For a mean the jackknife is the usual standard error of the blocks' means. */
    @Test
    void the_jackknife_of_a_mean_is_the_interval_of_a_mean() {
        double[] blocks = {3, 1, 4, 1, 5, 9, 2, 6};
        double sum = 31;
        ConfidenceInterval expected = ConfidenceInterval.ofMean(blocks, "");
        ConfidenceInterval found = Jackknife.around(sum / 8, 8, block -> (sum - blocks[block]) / 7);
        assertThat(found.low()).isEqualTo(expected.low(), within(1e-12));
        assertThat(found.high()).isEqualTo(expected.high(), within(1e-12));
    }

    @Test
    void a_score_says_everything_in_one_line() {
        Score score =
                Score.of("precision", 0.5, Better.HIGHER, 20, 10).with(new ConfidenceInterval(0.25, 0.75, "Wilson"));
        assertThat(score).hasToString("precision 0.5000 (0.2500 to 0.7500) from 20 reals and 10 fakes");
        assertThat(Score.of("ms-ssim", 0.25, Better.LIKE_REALS, 0, 10)).hasToString("ms-ssim 0.2500 from 10 fakes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Score.of("precision", Double.NaN, Better.HIGHER, 1, 1))
                .withMessage("the score precision is not a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfidenceInterval(2, 1, ""))
                .withMessage("an interval's ends must be in order, got 2.0 and 1.0");
    }
}
