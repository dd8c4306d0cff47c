package io.github.gan4j.tensor;

import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.global.torch;

/** Pixels of {@code [batch, channels, height, width]} put at other places. */
public final class Gather {
    /** In place of a pixel: nothing, which is 0. */
    public static final int NOTHING = -1;

    private Gather() {}

    /**
     * Images of the same size whose pixels are picked from these.
     *
     * @param places for each image and each pixel, row by row, where in its image it comes from ({@code row * width +
     *     column}), or {@link #NOTHING}: {@code batch * height * width} numbers
     */
    public static Tensor pixels(Tensor images, int[] places) {
        long[] shape = images.shape();
        long area = shape[2] * shape[3];
        long[] index = new long[places.length];
        for (int i = 0; i < places.length; i++) index[i] = places[i] == NOTHING ? area : places[i];
        return Operation.of(
                "picking pixels",
                () -> {
                    var from = AbstractTensor.create(index, shape[0], 1, area)
                            .to(images.handle.device(), torch.ScalarType.Long)
                            .expand(shape[0], shape[1], area);
                    // one pixel more, which is nothing
                    var rows = torch.constant_pad_nd(images.handle.flatten(2, -1), 0, 1);
                    return rows.gather(2, from).reshape(shape);
                },
                images);
    }
}
