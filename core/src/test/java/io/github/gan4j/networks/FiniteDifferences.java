package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Compares the slopes of a small smooth network with differences of its values. */
final class FiniteDifferences {
    private static final float REACH = 5e-3f;
    private static final double CLOSE = 2e-3;

    private FiniteDifferences() {}

    /** By every number of the input and by every weight; what is differentiated is the sum of squares that come out. */
    static void compare(Network network, Tensor input, Pass pass) {
        Tensor watched = input.withGradient();
        Tensor value = network.apply(watched, pass).squared().sum();
        float[] byInput = value.gradientFor(watched).toFloats();
        float[] at = input.toFloats();
        compare(at, byInput, moved -> value(network, Tensor.of(moved, input.shape()), pass));
        float[] weights = network.learned().toFloats();
        float[] byWeights = new float[weights.length];
        int from = 0;
        for (Tensor gradient : Gradients.of(network.apply(input, pass).squared().sum(), network.learnedTensors())) {
            float[] part = gradient.toFloats();
            System.arraycopy(part, 0, byWeights, from, part.length);
            from += part.length;
        }
        compare(weights, byWeights, moved -> {
            network.learned().copyInPlace(Tensor.of(moved, moved.length));
            return value(network, input, pass);
        });
    }

    private static double value(Network network, Tensor input, Pass pass) {
        double sum = 0;
        for (float number : network.apply(input, pass).toFloats()) sum += (double) number * number;
        return sum;
    }

    private static void compare(float[] at, float[] slopes, ToDoubleFunction<float[]> value) {
        for (int i = 0; i < at.length; i++) {
            double up = value.applyAsDouble(moved(at, i, REACH)), down = value.applyAsDouble(moved(at, i, -REACH));
            double slope = (up - down) / (2 * REACH);
            assertThat((double) slopes[i]).as("slope " + i).isCloseTo(slope, within(CLOSE * (1 + Math.abs(slope))));
        }
    }

    private static float[] moved(float[] at, int i, float by) {
        float[] moved = Arrays.copyOf(at, at.length);
        moved[i] += by;
        return moved;
    }
}
