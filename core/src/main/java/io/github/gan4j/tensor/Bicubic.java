package io.github.gan4j.tensor;

import io.github.gan4j.numbers.CubicKernel;
import java.util.List;
import org.bytedeco.pytorch.global.torch;

/**
 * Images {@code [batch, channels, height, width]} enlarged or shrunk by Keys' cubic (1981, a = -1/2), stretched over all
 * the pixels it covers when shrinking, so that fine patterns turn grey. Taps beyond the edge are left out and the
 * others weigh more: the same as the resampling of picture files.
 *
 * <p>Computed in 64 bits, whatever products are computed in: a picture in bf16 has hardly more than 100 shades.
 */
public final class Bicubic {
    private static final int REACH = CubicKernel.REACH;

    private Bicubic() {}

    /** Each side {@code factor} times as long. */
    public static Tensor enlarged(Tensor images, int factor) {
        long[] shape = images.shape();
        int taps = 2 * REACH + 1;
        double[][] phases = new double[factor][taps];
        for (int phase = 0; phase < factor; phase++)
            for (int tap = 0; tap < taps; tap++)
                phases[phase][tap] = CubicKernel.at(tap - REACH - ((phase + 0.5) / factor - 0.5));
        float[] kernels = new float[factor * factor * taps * taps];
        int at = 0;
        for (double[] rows : phases)
            for (double[] columns : phases)
                for (double row : rows) for (double column : columns) kernels[at++] = (float) (row * column);
        Tensor weights = Tensor.of(kernels, (long) factor * factor, 1, taps, taps);
        Tensor wide = convolved(images, weights, 1, REACH).reshaped(shape[0] * shape[1], -1, shape[2], shape[3]);
        return weighed(
                        PixelShuffle.shuffled(wide, factor),
                        shape,
                        gains(shape[2], factor, phases),
                        gains(shape[3], factor, phases))
                .recorded(Operator.ENLARGE_BICUBIC, Tensor.sizes(factor), images, weights);
    }

    /** The factor of each row or column of the enlarged image that makes up for taps beyond the edge. */
    private static float[] gains(long length, int factor, double[][] phases) {
        float[] gains = new float[Math.toIntExact(length * factor)];
        for (int i = 0; i < gains.length; i++) {
            double sum = 0;
            for (int tap = 0; tap < phases[0].length; tap++) {
                int from = i / factor + tap - REACH;
                if (from >= 0 && from < length) sum += phases[i % factor][tap];
            }
            gains[i] = (float) (1 / sum);
        }
        return gains;
    }

    /**
     * Each side a {@code factor} as long.
     *
     * @param factor even; divides both sides
     */
    public static Tensor shrunk(Tensor images, int factor) {
        long[] shape = images.shape();
        if (factor % 2 != 0 || shape[2] % factor != 0 || shape[3] % factor != 0)
            throw new IllegalArgumentException("images are shrunk by an even factor that divides their sides, got "
                    + factor + " for " + shape[2] + "x" + shape[3]);
        int taps = 2 * REACH * factor;
        double[] weights = new double[taps];
        for (int tap = 0; tap < taps; tap++) weights[tap] = CubicKernel.at((tap - (taps - 1) / 2.0) / factor) / factor;
        float[] kernel = new float[taps * taps];
        for (int i = 0; i < kernel.length; i++) kernel[i] = (float) (weights[i / taps] * weights[i % taps]);
        int padding = (taps - factor) / 2;
        Tensor small = convolved(images, Tensor.of(kernel, 1, 1, taps, taps), factor, padding);
        return weighed(small, shape, missing(shape[2], factor, weights), missing(shape[3], factor, weights));
    }

    private static float[] missing(long length, int factor, double[] weights) {
        float[] gains = new float[Math.toIntExact(length / factor)];
        for (int i = 0; i < gains.length; i++) {
            double sum = 0;
            int first = i * factor - (weights.length - factor) / 2;
            for (int tap = 0; tap < weights.length; tap++)
                if (first + tap >= 0 && first + tap < length) sum += weights[tap];
            gains[i] = (float) (1 / sum);
        }
        return gains;
    }

    /** Every channel by itself, {@code [batch * channels, kernels, h, w]}. */
    private static Tensor convolved(Tensor images, Tensor weights, int stride, int padding) {
        long[] shape = images.shape();
        Tensor wide = new Tensor(images.handle.to(widest(images)).reshape(shape[0] * shape[1], 1, shape[2], shape[3]));
        return wide.convolved(beside(wide, weights), List.of(), stride, padding, 1);
    }

    /** On the device of the others, in their widest numbers. */
    private static Tensor beside(Tensor others, Tensor numbers) {
        return new Tensor(numbers.handle.to(others.handle.device(), widest(others)));
    }

    /** 64 bits; 32 on MPS, which has no more. */
    static torch.ScalarType widest(Tensor tensor) {
        return tensor.handle.is_mps() ? torch.ScalarType.Float : torch.ScalarType.Double;
    }

    private static Tensor weighed(Tensor values, long[] shape, float[] rows, float[] columns) {
        Tensor down = beside(values, Tensor.of(rows, 1, 1, rows.length, 1));
        Tensor across = beside(values, Tensor.of(columns, 1, 1, 1, columns.length));
        return values.times(down).times(across).toFloat().reshaped(shape[0], shape[1], rows.length, columns.length);
    }
}
