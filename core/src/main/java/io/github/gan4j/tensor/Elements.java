package io.github.gan4j.tensor;

import java.util.Arrays;
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
