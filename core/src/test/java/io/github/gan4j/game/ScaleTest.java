package io.github.gan4j.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final float[] REAL = {2, 4};
    private static final float[] FAKE = {0, -2};

    /** sigmoid(ln 3) = 3/4. */
    @Test
    void logits_are_drawn_as_probabilities() {
        assertThat(Scale.LOGIT.curve(new float[] {0, (float) Math.log(3)}, REAL, FAKE))
                .containsExactly(new double[] {0.5, 0.75}, CLOSE);
    }

    /** The mean of reals is 3, that of fakes -1: midway is 1. */
    @Test
    void relative_logits_are_even_midway_between_reals_and_fakes() {
        assertThat(Scale.RELATIVE_LOGIT.curve(new float[] {1, 1 + (float) Math.log(3)}, REAL, FAKE))
                .containsExactly(new double[] {0.5, 0.75}, CLOSE);
    }

    @Test
    void targets_are_probabilities_themselves() {
        assertThat(Scale.TARGET.curve(new float[] {-0.5f, 0.25f, 1.5f}, REAL, FAKE))
                .containsExactly(new double[] {0, 0.25, 1}, CLOSE);
    }

    @Test
    void scores_without_bounds_are_stretched_and_are_no_probabilities() {
        assertThat(Scale.UNBOUNDED.curve(new float[] {-10, 0, 30}, REAL, FAKE))
                .containsExactly(new double[] {0, 0.25, 1}, CLOSE);
        assertThat(Scale.UNBOUNDED.curve(new float[] {7, 7}, REAL, FAKE)).containsExactly(0, 0);
        for (Scale scale : Scale.values())
            assertThat(scale.isProbability()).as(scale.name()).isEqualTo(scale != Scale.UNBOUNDED);
    }
}
