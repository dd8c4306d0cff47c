package io.github.gan4j.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Transposed convolutions by that kernel of libtorch which is faster. */
final class TransposedConvolutions {
    private TransposedConvolutions() {}

    /**
     * oneDNN, which libtorch takes by itself, computes 16 channels at a time, also where an image has 1 or 3. Products of matrices (in fp32)
     * waste nothing, but share their work badly, so they are taken where an operation has one thread.
     */
    static Tensor of(Tensor images, Tensor weight, TensorOptional bias, long stride, long padding, long extra) {
        long[] steps = {stride, stride}, edge = {padding, padding}, more = {extra, extra}, dense = {1, 1};
        long few = torch.is_autocast_enabled(torch.DeviceType.CPU) ? 1 : 3;
        if (weight.size(1) <= few && images.is_cpu() && torch.get_num_threads() == 1) {
            long[] kernel = {weight.size(2), weight.size(3)};
            return torch.slow_conv_transpose2d(wide(images), wide(weight), kernel, bias, steps, edge, more, dense);
        }
        return torch.conv_transpose2d(PixelLayout.byPixel(images), weight, bias, steps, edge, more, 1, dense);
    }

    private static Tensor wide(Tensor numbers) {
        return numbers.to(torch.ScalarType.Float);
    }
}
