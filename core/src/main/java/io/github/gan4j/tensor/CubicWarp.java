package io.github.gan4j.tensor;

import io.github.gan4j.numbers.CubicKernel;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * Images {@code [batch, channels, height, width]} seen through affine maps, interpolated by Keys' cubic, mirrored at their edges. Unlike
 * libtorch's own sampling ({@link Affine}) it can be differentiated twice; pixels that land on pixels are copied exactly.
 */
public final class CubicWarp {
    private static final int TAPS = 2 * CubicKernel.REACH;
    private static final double[] SAME = {1, 0, 0, 0, 1, 0};

    private final int height, width;
    private final long[] touched;
    /** For each pixel of the touched images and each tap the row and the column that it reads, as places in the whole batch. */
    private final long[] rows, columns;

    private final float[] down, across;

    private CubicWarp(int height, int width, double[][] maps) {
        this.height = height;
        this.width = width;
        int[] images = IntStream.range(0, maps.length)
                .filter(i -> !Arrays.equals(maps[i], SAME))
                .toArray();
        touched = Arrays.stream(images).asLongStream().toArray();
        int taps = touched.length * height * width * TAPS;
        rows = new long[taps];
        columns = new long[taps];
        down = new float[taps];
        across = new float[taps];
        int at = 0;
        for (int i = 0; i < images.length; i++)
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++, at += TAPS) place(maps[images[i]], i, y, x, at);
    }

    private void place(double[] map, int image, int y, int x, int at) {
        double right = x + 0.5 - width / 2.0, below = y + 0.5 - height / 2.0;
        taps(map[0] * right + map[1] * below + map[2] + width / 2.0 - 0.5, width, at, columns, across);
        taps(map[3] * right + map[4] * below + map[5] + height / 2.0 - 0.5, height, at, rows, down);
        for (int tap = at; tap < at + TAPS; tap++) rows[tap] = ((long) image * height + rows[tap]) * width;
    }

    private static void taps(double from, int length, int at, long[] places, float[] weights) {
        int first = (int) Math.floor(from) - TAPS / 2 + 1;
        for (int tap = 0; tap < TAPS; tap++) {
            places[at + tap] = mirrored(first + tap, length);
            weights[at + tap] = (float) CubicKernel.at(from - first - tap);
        }
    }

    /** A place beyond the edge as one within: the pixel at the edge is the mirror. */
    private static int mirrored(int place, int length) {
        if (length == 1) return 0;
        int period = 2 * (length - 1), within = Math.floorMod(place, period);
        return Math.min(within, period - within);
    }

    /**
     * Each image seen through a map of its own.
     *
     * @param maps six numbers {@code a b c d e f} for each image: the pixel of the result that lies {@code x} to the right of the middle
     *     and {@code y} below it comes from {@code ax + by + c} to the right and {@code dx + ey + f} below
     */
    public static Tensor warped(Tensor images, double[][] maps) {
        long[] shape = images.shape();
        if (maps.length != shape[0])
            throw new IllegalArgumentException("each of " + shape[0] + " images needs a map, got " + maps.length);
        CubicWarp warp = new CubicWarp((int) shape[2], (int) shape[3], maps);
        if (warp.touched.length == 0) return images;
        return Operation.of("cubic warp", () -> warp.of(images.toFloat().handle), images);
    }

    private org.bytedeco.pytorch.Tensor of(org.bytedeco.pytorch.Tensor images) {
        Device device = images.device();
        long batch = images.size(0), channels = images.size(1), count = touched.length;
        var changed = torch.index_select(images, 0, longs(device, touched, count));
        var pixels = changed.permute(0, 2, 3, 1).reshape(-1, channels);
        long[] tall = {-1, TAPS, 1}, wide = {-1, 1, TAPS};
        var places = longs(device, rows, tall).add(longs(device, columns, wide)).flatten();
        var weights =
                floats(device, down, tall).mul(floats(device, across, wide)).reshape(-1, (long) TAPS * TAPS, 1);
        var read = torch.index_select(pixels, 0, places).reshape(-1, (long) TAPS * TAPS, channels);
        var seen = read.mul(weights)
                .sum(1L)
                .reshape(count, height, width, channels)
                .permute(0, 3, 1, 2);
        long[] order = new long[(int) batch];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < touched.length; i++) order[(int) touched[i]] = batch + i;
        return torch.index_select(
                torch.cat(new org.bytedeco.pytorch.TensorVector(images, seen), 0), 0, longs(device, order, batch));
    }

    private static org.bytedeco.pytorch.Tensor longs(Device device, long[] values, long... shape) {
        return AbstractTensor.create(values, values.length).reshape(shape).to(device, torch.ScalarType.Long);
    }

    private static org.bytedeco.pytorch.Tensor floats(Device device, float[] values, long... shape) {
        return AbstractTensor.create(values, values.length).reshape(shape).to(device, torch.ScalarType.Float);
    }
}
