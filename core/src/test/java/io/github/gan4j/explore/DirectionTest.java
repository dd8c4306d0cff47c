package io.github.gan4j.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.game.Latents;
import io.github.gan4j.metrics.ImageMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionTest {
    private static final int SIZE = 8;
    private static final Latents LATENTS = new Latents.Normal(SIZE, false);

    /** A measure that grows along (3, 4, 0, …)/5, bent so that it is no straight line, and with noise. */
    private static double[] measured(float[] latents) {
        double[] measured = new double[latents.length / SIZE];
        for (int i = 0; i < measured.length; i++) {
            double along = 0.6 * latents[i * SIZE] + 0.8 * latents[i * SIZE + 1];
            measured[i] = 5 + Math.tanh(along) + 0.3 * latents[i * SIZE + 2] * latents[i * SIZE + 3];
        }
        return measured;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ridge", "deciles"})
    void the_way_in_which_a_measure_grows_is_found(String fit) {
        float[] latents = LATENTS.of(0, 2000);
        Direction found =
                Direction.of(latents, measured(latents), fit.equals("ridge") ? Direction.ridge() : Direction.deciles());
        assertThat((double) found.way()[0]).isCloseTo(0.6, within(0.07));
        assertThat((double) found.way()[1]).isCloseTo(0.8, within(0.07));
        assertThat(found.correlation()).isBetween(0.85, 0.99);
    }

    @Test
    void regression_gives_back_the_weights_of_a_linear_measure() {
        double[][] rows = {{1, 0}, {0, 1}, {2, 1}, {-1, 3}, {4, -2}};
        double[] targets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) targets[i] = 7 + 2 * rows[i][0] - 3 * rows[i][1];
        double[] weights = new Ridge(0).solve(rows, targets);
        assertThat(weights[0]).isCloseTo(2, within(1e-9));
        assertThat(weights[1]).isCloseTo(-3, within(1e-9));
        assertThat(new Ridge(1e9).solve(rows, targets)[0]).isCloseTo(0, within(1e-6));
    }

    @Test
    void moving_along_a_direction_raises_the_measure() {
        float[] latents = LATENTS.of(0, 1000);
        Direction found = Direction.of(latents, measured(latents), Direction.ridge());
        ImageMeasure measure = (image, shape) -> measured(image)[0];
        DirectionEffect shift = DirectionEffect.of(
                found,
                new double[] {-1, 0, 1},
                LATENTS.of(5000, 50),
                values -> values,
                measure,
                SampleShape.point(SIZE));
        assertThat(shift.means()).isSorted();
        assertThat(shift.rising()).isEqualTo(1);
        assertThat(shift.correlation()).isGreaterThan(0.9);
        assertThat(shift.deviations()[1]).isBetween(0.3, 1.0);
    }

    @Test
    void what_is_held_does_not_change() {
        Direction one = new Direction(new float[] {1, 0}, 0.5);
        Direction slanted = new Direction(new float[] {0.6f, 0.8f}, 0.5);
        assertThat(slanted.holding(one).way()).containsExactly(0, 1);
        assertThat(slanted.moved(new float[] {1, 1}, 2)).containsExactly(2.2f, 2.6f);
        assertThatThrownBy(() -> one.holding(one)).hasMessage("no direction can be found: nothing is left of it");
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> Direction.of(new float[20], new double[10], Direction.ridge()))
                .hasMessage("a direction is found from 50 samples or more, got 10");
        assertThatThrownBy(() -> Direction.of(new float[200], new double[100], Direction.ridge()))
                .hasMessage("no direction can be found: the measure is 0.0 for all samples");
    }
}
