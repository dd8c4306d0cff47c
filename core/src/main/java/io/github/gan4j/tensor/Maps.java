package io.github.gan4j.tensor;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Operations along the channels of {@code [batch, channels, height, width]}, or the numbers of {@code [batch, numbers]}. */
public final class Maps {
    /** The root of 0 has no slope; this much variance keeps it finite. */
    private static final double HAIR = 1e-8;

    private Maps() {}

    /**
     * {@code values} and behind their channels {@code rows}, {@code [batch, n]}: as n maps that are constant over each
     * image, or as n further numbers.
     */
    public static Tensor joined(Tensor values, Tensor rows) {
        long[] shape = values.shape();
        long[] flat = new long[shape.length];
        Arrays.fill(flat, 1);
        flat[0] = rows.size(0);
        flat[1] = rows.size(1);
        long[] spread = shape.clone();
        spread[1] = rows.size(1);
        return Operation.of(
                        "joining",
                        () -> {
                            var maps = rows.handle.reshape(flat).expand(spread).to(values.handle.scalar_type());
                            return torch.cat(new TensorVector(values.handle, maps), 1);
                        },
                        values,
                        rows)
                .recorded(Operator.JOIN, values, rows);
    }

    /** The samples of a batch each {@code places} further, the last ones first. */
    public static Tensor rolled(Tensor values, long places) {
        return Operation.of("rolling", () -> torch.roll(values.handle, new long[] {places}, new long[] {0}), values);
    }

    /** The mean over the dimensions given, which stay with length 1. */
    public static Tensor meanOver(Tensor values, long... dimensions) {
        return Operation.of(
                        "mean over " + Arrays.toString(dimensions),
                        () -> values.handle.mean(dimensions, true, new ScalarTypeOptional()),
                        values)
                .recorded(Operator.MEAN_OVER, dimensions, values);
    }

    /** The standard deviation over the batch of every single number, and the mean of all those: for each sample {@code [batch, 1]}. */
    public static Tensor deviationOverBatch(Tensor values) {
        return Operation.of(
                        "deviation over the batch",
                        () -> values.handle
                                .to(torch.ScalarType.Float)
                                .var(new long[] {0}, false, false)
                                .add(new Scalar(HAIR))
                                .sqrt()
                                .mean()
                                .expand(values.size(0), 1),
                        values)
                .recorded(Operator.DEVIATION_OVER_BATCH, values);
    }
}
