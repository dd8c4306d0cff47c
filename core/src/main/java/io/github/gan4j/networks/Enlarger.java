package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * Small images to images of 2, 4 or 8 times the side: the bicubic enlargement plus a learned correction, which starts at
 * zero. Residual blocks work at the small size (SRResNet: Ledig et al. 2017, arXiv:1609.04802, without normalisation as
 * in EDSR: Lim et al. 2017, arXiv:1707.02921), then maps are spread over the plane, the side being doubled each time.
 * Images may have any size. The discriminator is {@link Patchwise}.
 */
public final class Enlarger {
    private static final String NAME = "enlarger";

    private Enlarger() {}

    /**
     * {@code [batch, channels, h, w]} to {@code [batch, channels, h * factor, w * factor]}.
     *
     * @param width channels of the residual blocks; 0 leaves the choice to the size of the images and the length of the run
     * @param blocks residual blocks, 1 to 64
     */
    public record Generator(
            @Default("64") int width, @Default("1") int blocks) implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
            Check.between("blocks", blocks, 1, 64);
        }

        @Override
        public boolean restoring() {
            return true;
        }

        @Override
        public Network network(GeneratorTask task) {
            Check.between("width", width, 1, 4096);
            requirePossible(task);
            int channels = task.sample().channels(), finest = Math.max(channels * 4, width / 2);
            List<Network> correction = new ArrayList<>();
            correction.add(new Convolution(channels, width, 3, 1, 1, 1, true, Initialisation.he(1)));
            List<Network> body = new ArrayList<>(Restorer.stack(blocks, width));
            body.add(new Convolution(width, width, 3, 1, 1, 1, true, Initialisation.constant(0)));
            correction.add(Corrected.input(body));
            int inputs = width;
            for (int left = task.factor(); left > 2; left /= 2) {
                correction.add(new Convolution(inputs, finest * 4, 3, 1, 1, 1, true, Initialisation.he(0)));
                correction.add(Fixed.spread(2));
                correction.add(Fixed.relu());
                inputs = finest;
            }
            correction.add(new Convolution(inputs, channels * 4, 3, 1, 1, 1, true, Initialisation.constant(0)));
            correction.add(Fixed.spread(2));
            return new Corrected(Fixed.enlarged(task.factor()), new Sequence(correction));
        }
    }

    private static void requirePossible(GeneratorTask task) {
        int factor = task.factor();
        if (factor != 2 && factor != 4 && factor != 8)
            throw new IllegalArgumentException(
                    NAME + " enlarges by 2, 4 or 8, got a degradation of factor " + factor + "; use restorer for none");
        if (task.side(NAME) % factor != 0)
            throw new IllegalArgumentException(
                    NAME + " makes images of multiples of " + factor + " pixels, got " + task.side(NAME));
    }
}
