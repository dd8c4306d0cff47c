package io.github.gan4j.tensor;

import java.util.List;

/** Two batches of one size as a single one, the first before the second. */
public final class Halves {
    private Halves() {}

    public static Tensor joined(Tensor first, Tensor second) {
        return Tensor.concatenated(List.of(first, second), 0);
    }

    /** Both again, without a copy. */
    public static List<Tensor> of(Tensor both) {
        long each = both.size(0) / 2;
        return List.of(both.narrowed(0, 0, each), both.narrowed(0, each, each));
    }
}
