package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * Small images to images of 2, 4 or 8 times the side: the bicubic enlargement plus a learned correction, which starts at
 * zero. Residual blocks work at the small size (SRResNet: Ledig et al. 2017, arXiv:1609.04802, without normalisation as
 * in EDSR: Lim et al. 2017, arXiv:1707.02921), then maps are spread over the plane, the side being doubled each time.
 * Images may have any size. The discriminator is {@link Patchwise}.
 */
public final class Enlarger {
    static final String NAME = "enlarger";

    private Enlarger() {}

    /** {@code [batch, channels, h, w]} to {@code [batch, channels, h * factor, w * factor]}. */
    public static Network generator(Blueprint wanted) {
        wanted.requireUntold(NAME);
        requirePossible(wanted);
        int width = wanted.width(), channels = wanted.channels(), finest = Math.max(channels * 4, width / 2);
        List<Network> correction = new ArrayList<>();
        correction.add(new Convolution(channels, width, 3, 1, 1, 1, true, Initialisation.he(1)));
        List<Network> body = new ArrayList<>(Restorer.blocks(wanted, width));
        body.add(new Convolution(width, width, 3, 1, 1, 1, true, Initialisation.constant(0)));
        correction.add(Corrected.input(body));
        int inputs = width;
        for (int left = wanted.factor(); left > 2; left /= 2) {
            correction.add(new Convolution(inputs, finest * 4, 3, 1, 1, 1, true, Initialisation.he(0)));
            correction.add(Fixed.spread(2));
            correction.add(Fixed.relu());
            inputs = finest;
        }
        correction.add(new Convolution(inputs, channels * 4, 3, 1, 1, 1, true, Initialisation.constant(0)));
        correction.add(Fixed.spread(2));
        return new Corrected(Fixed.enlarged(wanted.factor()), new Sequence(correction));
    }

    private static void requirePossible(Blueprint wanted) {
        int factor = wanted.factor();
        if (factor != 2 && factor != 4 && factor != 8)
            throw new IllegalArgumentException(
                    NAME + " enlarges by 2, 4 or 8, got damage of factor " + factor + "; use restorer for none");
        if (wanted.side(NAME) % factor != 0)
            throw new IllegalArgumentException(
                    NAME + " makes images of multiples of " + factor + " pixels, got " + wanted.side(NAME));
    }
}
