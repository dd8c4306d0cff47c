package io.github.gan4j.tensor;

import java.util.function.Supplier;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.global.torch;

/** Images turned, sheared, stretched, moved and bent. */
public final class Affine {
    private static final long BILINEAR = 0;
    private static final long REPEAT_THE_EDGE = 1;

    private Affine() {}

    /**
     * Each image seen through a map of its own, interpolated between pixels; what comes in from outside repeats the edge.
     *
     * @param maps {@code [batch, 2, 3]}: where in the image a place of the result comes from; both run from -1 at the left
     *     and top edge to 1 at the right and bottom one
     */
    public static Tensor warped(Tensor images, Tensor maps) {
        return seen(images, () -> places(images, maps), maps);
    }

    /**
     * The same, and bent like rubber.
     *
     * @param bends {@code [batch, 2, rows, columns]}: by how much places move right and down beyond the map, at the knots
     *     of a net over the image and smoothly in between
     */
    public static Tensor warped(Tensor images, Tensor maps, Tensor bends) {
        long[] shape = images.shape();
        return seen(
                images,
                () -> places(images, maps)
                        .add(torch.upsample_bicubic2d(
                                        bends.handle,
                                        new long[] {shape[2], shape[3]},
                                        true,
                                        new DoubleOptional(),
                                        new DoubleOptional())
                                .permute(0, 2, 3, 1)),
                maps,
                bends);
    }

    private static org.bytedeco.pytorch.Tensor places(Tensor images, Tensor maps) {
        return Operation.onProcessorForStandIn(
                maps.handle, there -> torch.affine_grid_generator(there, images.shape(), false));
    }

    private static Tensor seen(Tensor images, Supplier<org.bytedeco.pytorch.Tensor> places, Tensor... operands) {
        return Operation.of(
                "warp",
                () -> torch.grid_sampler(images.toFloat().handle, places.get(), BILINEAR, REPEAT_THE_EDGE, false),
                operands);
    }
}
