package io.github.gan4j.networks;

import io.github.gan4j.tensor.Bicubic;
import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.PixelShuffle;
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

    /** Each side doubled, every pixel four times. */
    public static Fixed doubledNearest() {
        return new Fixed("nearest times 2", t -> t.resizedNearest(2 * t.size(2), 2 * t.size(3)), s ->
                new long[] {s[0], 2 * s[1], 2 * s[2]});
    }

    /** Each side enlarged by a factor, as picture files are ({@link Bicubic}). */
    public static Fixed enlarged(int factor) {
        return new Fixed("bicubic times " + factor, t -> Bicubic.enlarged(t, factor), s ->
                new long[] {s[0], s[1] * factor, s[2] * factor});
    }

    /** Squares of {@code factor} x {@code factor} pixels as channels (space-to-depth, pixel unshuffle). */
    public static Fixed gathered(int factor) {
        return new Fixed("gathered by " + factor, t -> PixelShuffle.unshuffled(t, factor), s ->
                new long[] {s[0] * factor * factor, s[1] / factor, s[2] / factor});
    }

    /** The way back: channels as squares of {@code factor} x {@code factor} pixels. */
    public static Fixed spread(int factor) {
        return new Fixed("spread by " + factor, t -> PixelShuffle.shuffled(t, factor), s ->
                new long[] {s[0] / ((long) factor * factor), s[1] * factor, s[2] * factor});
    }

    /** The mean over height and width, {@code [batch, channels]}. */
    public static Fixed meanOverPlane() {
        return new Fixed("mean over the plane", t -> Maps.meanOver(t, 2, 3).flattened(), s -> new long[] {s[0]});
    }

    /** The greatest number of every {@code window} x {@code window} square. */
    public static Fixed greatest(int window) {
        return new Fixed("greatest of %1$dx%1$d".formatted(window), t -> Pooling.max(t, window), s ->
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
