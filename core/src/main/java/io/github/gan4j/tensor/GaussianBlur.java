package io.github.gan4j.tensor;

import java.util.List;

/**
 * Images {@code [batch, channels, height, width]} blurred by a normal distribution, each by its own. Pixels beyond the edge are left out and
 * the others weigh more. Computed in 64 bits, whatever products are computed in, as {@link Bicubic} is.
 */
public final class GaussianBlur {
    /** Kernels end at this number of deviations. */
    private static final double REACH = 3;

    private GaussianBlur() {}

    /** @param deviations in pixels, one for each image, 0 for an image that stays as it is */
    public static Tensor of(Tensor images, float[] deviations) {
        long[] shape = images.shape();
        double most = 0;
        for (float deviation : deviations) most = Math.max(most, deviation);
        int reach = (int) Math.ceil(REACH * most), side = 2 * reach + 1;
        if (reach == 0) return images;
        double[] kernels = new double[Math.toIntExact(shape[0] * side * side)];
        for (int image = 0; image < shape[0]; image++)
            for (int y = -reach; y <= reach; y++)
                for (int x = -reach; x <= reach; x++)
                    kernels[(image * side + y + reach) * side + x + reach] =
                            weight(y, deviations[image]) * weight(x, deviations[image]);
        Tensor weights = new Tensor(LinearAlgebra.of(kernels, shape[0], 1, side, side)
                .handle
                .to(images.handle.device(), Bicubic.widest(images)));
        Tensor wide = new Tensor(images.handle.to(Bicubic.widest(images)));
        // images as channels, so that each meets its own kernel; channels as images
        Tensor across = new Tensor(wide.handle.transpose(0, 1).contiguous());
        Tensor sums = across.convolved(weights, List.of(), 1, reach, shape[0]);
        Tensor all = new Tensor(across.handle.new_ones(1, shape[0], shape[2], shape[3]));
        Tensor gains = all.convolved(weights, List.of(), 1, reach, shape[0]);
        return new Tensor(sums.handle.div(gains.handle).transpose(0, 1).contiguous()).toFloat();
    }

    private static double weight(int distance, double deviation) {
        if (deviation == 0) return distance == 0 ? 1 : 0;
        return Math.exp(-distance * distance / (2 * deviation * deviation));
    }
}
