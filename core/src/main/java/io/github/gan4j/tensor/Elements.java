package io.github.gan4j.tensor;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;

/** Operations on every number of a tensor by itself. */
public final class Elements {
    private Elements() {}

    /** -1, 0 or 1. */
    public static Tensor signs(Tensor values) {
        return new Tensor(values.handle.sign()).recorded(Operator.SIGN, values);
    }

    /** Numbers below {@code least} or above {@code most} are moved there. */
    public static Tensor clamped(Tensor values, double least, double most) {
        return new Tensor(values.handle.clamp(
                        new ScalarOptional(new Scalar(least)), new ScalarOptional(new Scalar(most))))
                .recorded(Operator.CLAMP, Tensor.numbers(least, most), values);
    }

    /**
     * Brings the first of several tensors of one shape to the mean of all, added up in their order.
     *
     * @return the first
     */
    public static Tensor averagedInPlace(List<Tensor> all) {
        Tensor first = all.get(0);
        if (all.size() == 1) return first;
        if (Tracer.active != null) Tracer.active.changed("averagedInPlace");
        try (Scope scope = new Scope()) {
            addedInPlace(all);
            first.handle.mul_(new Scalar(1.0 / all.size()));
        }
        return first;
    }

    /** Brings the first to the sum of all, in their order. */
    static void addedInPlace(List<Tensor> all) {
        for (Tensor other : all.subList(1, all.size())) all.get(0).handle.add_(other.handle);
    }

    /** Makes every number one that is none (NaN). */
    public static void spoilInPlace(Tensor values) {
        try (Scope scope = new Scope()) {
            values.handle.fill_(new Scalar(Double.NaN));
        }
    }

    /** The Euclidean length of each row: {@code [rows, width]} to {@code [rows]}. */
    public static Tensor lengths(Tensor rows) {
        return Operation.of(
                        "lengths of rows",
                        () -> rows.handle.norm(new ScalarOptional(new Scalar(2)), new long[] {1}, false),
                        rows)
                .recorded(Operator.LENGTHS, rows);
    }

    /** Every sample of a batch divided by a number of its own; {@code divisors} is {@code [batch]}. */
    public static Tensor dividedPerSample(Tensor values, Tensor divisors) {
        long[] shape = new long[values.shape().length];
        Arrays.fill(shape, 1);
        shape[0] = divisors.count();
        return Operation.of(
                        "division per sample",
                        () -> values.handle.div(divisors.handle.reshape(shape)),
                        values,
                        divisors)
                .recorded(Operator.DIVIDE_PER_SAMPLE, values, divisors);
    }
}
