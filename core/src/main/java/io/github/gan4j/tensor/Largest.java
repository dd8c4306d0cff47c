package io.github.gan4j.tensor;

/** The largest of several numbers. */
public final class Largest {
    private Largest() {}

    /**
     * The largest of every {@code pieces} neighbours: {@code [batch, n * pieces]} to {@code [batch, n]}. Only the largest
     * has a slope; equal ones share it.
     */
    public static Tensor of(Tensor values, int pieces) {
        return Operation.of(
                "the largest of " + pieces,
                () -> values.handle
                        .reshape(values.size(0), values.size(1) / pieces, pieces)
                        .amax(new long[] {2}, false),
                values);
    }
}
