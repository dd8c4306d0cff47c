package io.github.gan4j.tensor;

import org.bytedeco.pytorch.global.torch;

/** Maxima of windows of images and of groups of numbers. */
public final class Pooling {
    private Pooling() {}

    /** The greatest of every {@code window} x {@code window} square; what is left over at the far edge is not looked at. */
    public static Tensor max(Tensor images, long window) {
        long[] square = {window, window}, none = {0, 0}, dense = {1, 1};
        return Operation.of(
                        "max pooling",
                        () -> torch.max_pool2d(images.handle, square, square, none, dense, false),
                        images)
                .recorded(Operator.MAX_POOL, Tensor.sizes(window), images);
    }

    /**
     * The largest of every {@code pieces} neighbours: {@code [batch, n * pieces]} to {@code [batch, n]}. Only the largest
     * has a gradient; equal ones share it.
     */
    public static Tensor maxout(Tensor values, int pieces) {
        return Operation.of(
                        "maxout of " + pieces,
                        () -> values.handle
                                .reshape(values.size(0), values.size(1) / pieces, pieces)
                                .amax(new long[] {2}, false),
                        values)
                .recorded(Operator.MAXOUT, Tensor.sizes(pieces), values);
    }
}
