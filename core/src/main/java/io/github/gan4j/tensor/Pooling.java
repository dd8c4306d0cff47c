package io.github.gan4j.tensor;

import org.bytedeco.pytorch.global.torch;

/** Windows of {@code [batch, channels, height, width]} brought together into one number each. */
public final class Pooling {
    private Pooling() {}

    /** The greatest of every {@code window} x {@code window} square; what is left over at the far edge is not looked at. */
    public static Tensor greatest(Tensor images, long window) {
        long[] square = {window, window}, none = {0, 0}, dense = {1, 1};
        return Operation.of(
                "max pooling", () -> torch.max_pool2d(images.handle, square, square, none, dense, false), images);
    }
}
