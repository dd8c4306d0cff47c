package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * Images to better images of the same size: the input plus a learned correction, which starts at zero. The correction is
 * U-shaped (Ronneberger et al. 2015, arXiv:1505.04597): it works at a half, a quarter and an eighth of the size and adds
 * what it finds at a coarser size to what it knows at the finer one. It begins at the half, where four pixels are the
 * channels of one (FFDNet: Zhang et al. 2018, arXiv:1710.04026), which makes it four times as fast. Nothing is
 * normalised.
 *
 * <p>Both sides of an image must be multiples of {@link #MULTIPLE}; otherwise any size goes. The discriminator is
 * {@link Patchwise}.
 */
public final class Restorer {
    /** Both sides of an image must be multiples of this. */
    public static final int MULTIPLE = 8;

    private static final String NAME = "restorer";
    private static final double SLOPE = 0;

    private Restorer() {}

    /**
     * {@code [batch, channels, h, w]} to the same.
     *
     * @param width channels at half the size of the image, doubled at every halving; 0 leaves the choice to the size of the
     *     images and the length of the run
     * @param blocks residual blocks before and behind each coarser size, 1 to 64
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
            task.requireFactor(NAME, 1);
            if (task.side(NAME) % MULTIPLE != 0)
                throw new IllegalArgumentException(
                        NAME + " restores images of multiples of " + MULTIPLE + " pixels, got " + task.side(NAME));
            int gathered = task.sample().channels() * 4;
            List<Network> eighth = stack(blocks, 4 * width);
            List<Network> quarter = new ArrayList<>(stack(blocks, 2 * width));
            quarter.add(Corrected.input(below(2 * width, eighth)));
            quarter.addAll(stack(blocks, 2 * width));
            List<Network> half = new ArrayList<>();
            half.add(Fixed.gathered(2));
            half.add(new Convolution(gathered, width, 3, 1, 1, 1, true, Initialisation.he(SLOPE)));
            half.addAll(stack(blocks, width));
            half.add(Corrected.input(below(width, quarter)));
            half.addAll(stack(blocks, width));
            half.add(new Convolution(width, gathered, 3, 1, 1, 1, true, Initialisation.constant(0)));
            half.add(Fixed.spread(2));
            return Corrected.input(half);
        }
    }

    /** Layers at half the size and twice the channels, and the ways there and back. */
    private static List<Network> below(int channels, List<Network> layers) {
        List<Network> all = new ArrayList<>();
        all.add(new Convolution(channels, 2 * channels, 2, 2, 0, 1, true, Initialisation.he(1)));
        all.addAll(layers);
        all.add(new TransposedConvolution(2 * channels, channels, 2, 2, 0, 0, true, Initialisation.he(1)));
        return all;
    }

    /** Pairs of 3x3 convolutions whose correction starts at zero. */
    static List<Network> stack(int count, int channels) {
        List<Network> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++)
            blocks.add(Corrected.input(List.of(
                    new Convolution(channels, channels, 3, 1, 1, 1, true, Initialisation.he(SLOPE)),
                    Fixed.relu(),
                    new Convolution(channels, channels, 3, 1, 1, 1, true, Initialisation.constant(0)))));
        return blocks;
    }
}
