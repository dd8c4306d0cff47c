package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * Residual blocks without any normalisation, in the spirit of R3GAN (Huang et al. 2024, arXiv:2501.05441): grouped 3x3
 * convolutions, sizes changed by bilinear interpolation, channels by 1x1 convolutions at the coarser of two sizes. The
 * generator starts from a learned {@link Basis}, the discriminator ends in one weighted sum over the coarsest size per
 * channel and a linear layer.
 *
 * <p>Unlike R3GAN it has channels doubled at every halving of the size, and no block at the size of the image itself:
 * a 4x4 convolution of stride 2 stands there, as in DCGAN. On a processor that makes it four times as fast.
 */
public final class Residual {
    private static final String NAME = "residual";
    // On a processor groups of 16 are 1.4 (bf16) to 1.9 (fp32) times as fast as one group.
    private static final int GROUP_SIZE = 16;
    private static final Initialisation PLAIN = Initialisation.he(1);

    private Residual() {}

    /** {@code [batch, latents]} to images. */
    public static Network generator(Blueprint wanted) {
        List<Integer> sizes = sizes(wanted);
        int level = sizes.size() - 1;
        int channels = wanted.width() << level;
        Labels labels = told(wanted);
        List<Network> layers = new ArrayList<>(labels.joinedAtInput());
        layers.add(new Basis(wanted.latents() + labels.atInput(), channels, sizes.get(level)));
        layers.addAll(blocks(wanted, channels, sizes.size()));
        for (level--; level >= 0; level--) {
            layers.add(new Convolution(channels, channels / 2, 1, 1, 0, 1, false, PLAIN));
            layers.add(Fixed.resizeBilinear(sizes.get(level)));
            channels /= 2;
            layers.addAll(blocks(wanted, channels, sizes.size()));
        }
        layers.add(new TransposedConvolution(channels, wanted.channels(), 4, 2, 1, 0, true, PLAIN));
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        List<Integer> sizes = sizes(wanted);
        int channels = wanted.width();
        Labels labels = told(wanted);
        List<Network> layers = new ArrayList<>(labels.joinedAtInput());
        layers.add(new Convolution(wanted.channels() + labels.atInput(), channels, 4, 2, 1, 1, true, PLAIN));
        layers.addAll(blocks(wanted, channels, sizes.size()));
        for (int size : sizes.subList(1, sizes.size())) {
            layers.add(Fixed.resizeBilinear(size));
            layers.add(new Convolution(channels, channels * 2, 1, 1, 0, 1, false, PLAIN));
            channels *= 2;
            layers.addAll(blocks(wanted, channels, sizes.size()));
        }
        int coarsest = sizes.get(sizes.size() - 1);
        layers.add(new Convolution(channels, channels, coarsest, 1, 0, channels, false, PLAIN));
        layers.add(Fixed.flatten());
        layers.addAll(wanted.comparison());
        layers.add(wanted.score(channels + wanted.compared(), true, PLAIN));
        return new Sequence(layers);
    }

    private static Labels told(Blueprint wanted) {
        if (wanted.labels().place() == Labels.Place.EVERY_LAYER)
            throw new IllegalArgumentException(NAME + " has labels at the input or by projection, not at every layer");
        return wanted.labels();
    }

    /** The sizes at which blocks work, from half the image's to the coarsest: 14 and 7 for 28. */
    private static List<Integer> sizes(Blueprint wanted) {
        List<Integer> sizes = wanted.sizes(NAME);
        return sizes.subList(1, sizes.size());
    }

    private static List<Network> blocks(Blueprint wanted, int channels, int stages) {
        List<Network> blocks = new ArrayList<>();
        for (int i = 0; i < wanted.blocks(); i++)
            blocks.add(new ResidualBlock(channels, GROUP_SIZE, wanted.blocks() * stages));
        return blocks;
    }
}
