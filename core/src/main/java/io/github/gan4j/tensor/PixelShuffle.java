package io.github.gan4j.tensor;

import org.bytedeco.pytorch.global.torch;

/** Pixels moved between the maps and the plane of {@code [batch, channels, height, width]} (Shi et al. 2016, arXiv:1609.05158). */
public final class PixelShuffle {
    private PixelShuffle() {}

    /** {@code [b, c f², h, w]} to {@code [b, c, h f, w f]}: the maps of a channel become squares of f x f pixels, row by row. */
    public static Tensor shuffled(Tensor maps, int factor) {
        return Operation.of("pixel shuffle by " + factor, () -> torch.pixel_shuffle(maps.handle, factor), maps)
                .recorded(Operator.PIXEL_SHUFFLE, Tensor.sizes(factor), maps);
    }

    /** The way back: {@code [b, c, h f, w f]} to {@code [b, c f², h, w]}. */
    public static Tensor unshuffled(Tensor images, int factor) {
        return Operation.of("pixel unshuffle by " + factor, () -> torch.pixel_unshuffle(images.handle, factor), images)
                .recorded(Operator.PIXEL_UNSHUFFLE, Tensor.sizes(factor), images);
    }
}
