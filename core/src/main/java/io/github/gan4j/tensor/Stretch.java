package io.github.gan4j.tensor;

import org.bytedeco.pytorch.Scalar;

/** Samples brought to another range. */
public final class Stretch {
    private Stretch() {}

    /** Each sample of a batch moved and scaled so that its least number is -1 and its greatest 1. */
    public static Tensor toFullRange(Tensor samples) {
        return Operation.of(
                "stretching",
                () -> {
                    var flat = samples.handle.flatten(1, -1);
                    var least = flat.amin(new long[] {1}, true);
                    var most = flat.amax(new long[] {1}, true);
                    return flat.sub(least)
                            .div(most.sub(least).clamp_min(new Scalar(1e-6)))
                            .mul(new Scalar(2))
                            .sub(new Scalar(1))
                            .reshape(samples.shape());
                },
                samples);
    }
}
