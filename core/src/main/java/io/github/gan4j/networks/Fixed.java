package io.github.gan4j.networks;

import io.github.gan4j.tensor.Pooling;
import io.github.gan4j.tensor.Tensor;
import java.util.function.UnaryOperator;

/** A function without parameters: an activation, a change of shape or of size. */
public final class Fixed extends Network {
    private final String name;
    private final UnaryOperator<Tensor> function;
    private final UnaryOperator<long[]> shape;

    private Fixed(String name, UnaryOperator<Tensor> function, UnaryOperator<long[]> shape) {
        this.name = name;
        this.function = function;
        this.shape = shape;
    }

    public static Fixed relu() {
        return new Fixed("relu", Tensor::relu, s -> s);
    }

    public static Fixed leakyRelu(double slope) {
        return new Fixed("leaky relu " + slope, t -> t.leakyRelu(slope), s -> s);
    }

    public static Fixed tanh() {
        return new Fixed("tanh", Tensor::tanh, s -> s);
    }

    public static Fixed sigmoid() {
        return new Fixed("sigmoid", Tensor::sigmoid, s -> s);
    }

    public static Fixed softplus() {
        return new Fixed("softplus", Tensor::softplus, s -> s);
    }

    /** From (0, 1) to the image range (-1, 1), after a sigmoid. */
    public static Fixed toImageRange() {
        return new Fixed("to -1..1", t -> t.times(2).plus(-1), s -> s);
    }

    /** From the image range (-1, 1) to (0, 1), where black is nothing. */
    public static Fixed toUnitRange() {
        return new Fixed("to 0..1", t -> t.times(0.5).plus(0.5), s -> s);
    }

    public static Fixed flatten() {
        return new Fixed("flatten", Tensor::flattened, s -> new long[] {s[0] * s[1] * s[2]});
    }

    public static Fixed reshape(int channels, int height, int width) {
        return new Fixed("reshape", t -> t.reshaped(t.size(0), channels, height, width), s ->
                new long[] {channels, height, width});
    }

    /** To {@code size} x {@code size} pixels, each that of the nearest before. */
    public static Fixed resizeNearest(int size) {
        return new Fixed("nearest to " + size, t -> t.resizedNearest(size, size), s -> new long[] {s[0], size, size});
    }

    /** To {@code size} x {@code size} pixels, each interpolated between the four nearest before. */
    public static Fixed resizeBilinear(int size) {
        return new Fixed("bilinear to " + size, t -> t.resizedBilinear(size, size), s -> new long[] {s[0], size, size});
    }

    /** The greatest number of every {@code window} x {@code window} square. */
    public static Fixed greatest(int window) {
        return new Fixed("greatest of %1$dx%1$d".formatted(window), t -> Pooling.greatest(t, window), s ->
                new long[] {s[0], s[1] / window, s[2] / window});
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return function.apply(input);
    }

    @Override
    public void describe(Summary summary) {
        summary.layer(name, 0, 0, shape.apply(summary.shape()));
    }
}
