package io.github.gan4j.networks;

import java.util.List;

/**
 * DCGAN's layers with every transposed convolution replaced by nearest-neighbour enlargement and a 3x3 convolution,
 * which leaves no checkerboard (Odena et al. 2016, "Deconvolution and Checkerboard Artifacts"). The discriminator is
 * DCGAN's with kernel 4.
 */
public final class Upscale {
    private static final String NAME = "upscale";

    private Upscale() {}

    /** {@code [batch, latents]} to images. */
    public static Network generator(Blueprint wanted) {
        return Dcgan.generator(
                NAME,
                wanted,
                (inputs, outputs, from, to) -> List.of(
                        Fixed.resizeNearest(to),
                        new Convolution(inputs, outputs, 3, 1, 1, 1, wanted.biased(), wanted.initialisation())));
    }

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        return Dcgan.discriminator(NAME, wanted, 4);
    }
}
