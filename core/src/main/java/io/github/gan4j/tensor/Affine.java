package io.github.gan4j.tensor;

import org.bytedeco.pytorch.global.torch;

/** Images turned, sheared, stretched and moved. */
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
        return Operation.of(
                "affine map",
                () -> torch.grid_sampler(
                        images.toFloat().handle,
                        torch.affine_grid_generator(maps.handle, images.shape(), false),
                        BILINEAR,
                        REPEAT_THE_EDGE,
                        false),
                images,
                maps);
    }
}
