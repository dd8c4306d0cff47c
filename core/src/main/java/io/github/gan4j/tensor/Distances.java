package io.github.gan4j.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/** Distances between all rows of two matrices, or of one. */
public final class Distances {
    /** The share of the lengths' squares that rounding can leave in a difference of 64-bit numbers, with some room. */
    private static final double ROUNDING = 1e-13;

    private Distances() {}

    /**
     * The squares of the Euclidean distances {@code [rows, columns]} between the rows of {@code [rows, width]} and of
     * {@code [columns, width]}, by one matrix product: |x|² + |y|² - 2x·y. That cancels where two rows are much closer
     * to one another than to the origin, so move the origin into their middle and use 64 bits; what is then within
     * rounding of 0 is 0.
     */
    public static Tensor squared(Tensor rows, Tensor columns) {
        try {
            org.bytedeco.pytorch.Tensor left = rows.handle.square().sum(1);
            org.bytedeco.pytorch.Tensor right = columns.handle.square().sum(1);
            double rounding = ROUNDING * (left.max().item_double() + right.max().item_double());
            org.bytedeco.pytorch.Tensor square = rows.handle.mm(columns.handle.t());
            square.mul_(new Scalar(-2.0)).add_(left.unsqueeze(1)).add_(right.unsqueeze(0));
            return new Tensor(torch.threshold_(square, new Scalar(rounding), new Scalar(0.0)));
        } catch (RuntimeException cause) {
            throw TensorException.of("distances", cause, rows, columns);
        }
    }

    /**
     * How many rows are like each row, itself included: the sum over all rows of exp(-|difference|₁), for every point of a
     * row apart. {@code [batch, points, numbers]} to {@code [batch, points]}; twice differentiable.
     */
    public static Tensor alike(Tensor points) {
        return Operation.of(
                        "likeness of rows",
                        () -> points.handle
                                .unsqueeze(1)
                                .sub(points.handle.unsqueeze(0))
                                .abs()
                                .sum(3)
                                .neg()
                                .exp()
                                .sum(1),
                        points)
                .recorded(Operator.ALIKE, points);
    }
}
