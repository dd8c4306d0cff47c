package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width channels at half the size of the image, doubled at every halving of the size; 0 leaves the choice to the
     *     size of the images and the length of the run
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param blocks residual blocks at each size, 1 to 64
     * @param output after the last layer
     * @param labels where the class enters: none, input or auto
     */
    public record Generator(
            @Default("64") int width,
            @Default("7") int coarsest,
            @Default("1") int blocks,
            @Default("tanh") Output output,
            @Default(value = "none", off = true) Labels labels)
            implements GeneratorArchitecture {
        public Generator {
            check(width, coarsest, blocks);
            labels.requireOneOf(Labels.NONE, Labels.INPUT, Labels.AUTO);
        }

        @Override
        public Network network(GeneratorTask task) {
            Check.between("width", width, 1, 4096);
            List<Integer> sides = sides(task.side(NAME), coarsest);
            int level = sides.size() - 1;
            int channels = width << level;
            Conditioning classes = new Conditioning(labels, task.classes());
            List<Network> layers = new ArrayList<>(classes.joinedAtInput());
            layers.add(new Basis(task.inputs() + classes.atInput(), channels, sides.get(level)));
            layers.addAll(stage(blocks, channels, sides.size()));
            for (level--; level >= 0; level--) {
                layers.add(new Convolution(channels, channels / 2, 1, 1, 0, 1, false, PLAIN));
                layers.add(Fixed.resizeBilinear(sides.get(level)));
                channels /= 2;
                layers.addAll(stage(blocks, channels, sides.size()));
            }
            layers.add(new TransposedConvolution(channels, task.sample().channels(), 4, 2, 1, 0, true, PLAIN));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels at half the size of the image, doubled at every halving of the size; 0 leaves the choice to the
     *     size of the images and the length of the run
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param blocks residual blocks at each size, 1 to 64
     * @param labels where the class enters or comes out: none, input, projection, classify or auto
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("64") int width,
            @Default("7") int coarsest,
            @Default("1") int blocks,
            @Default(value = "none", off = true) Labels labels,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            check(width, coarsest, blocks);
            labels.requireOneOf(Labels.NONE, Labels.INPUT, Labels.PROJECTION, Labels.CLASSIFY, Labels.AUTO);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Check.between("width", width, 1, 4096);
            List<Integer> sides = sides(task.side(NAME), coarsest);
            int channels = width;
            Head ending = Head.of(this, task);
            Conditioning classes = ending.conditioning();
            List<Network> layers = new ArrayList<>(classes.joinedAtInput());
            int inputs = task.sample().channels() + classes.atInput();
            layers.add(new Convolution(inputs, channels, 4, 2, 1, 1, true, PLAIN));
            layers.addAll(stage(blocks, channels, sides.size()));
            for (int side : sides.subList(1, sides.size())) {
                layers.add(Fixed.resizeBilinear(side));
                layers.add(new Convolution(channels, channels * 2, 1, 1, 0, 1, false, PLAIN));
                channels *= 2;
                layers.addAll(stage(blocks, channels, sides.size()));
            }
            int smallest = sides.get(sides.size() - 1);
            layers.add(new Convolution(channels, channels, smallest, 1, 0, channels, false, PLAIN));
            layers.add(Fixed.flatten());
            layers.addAll(ending.comparison());
            layers.add(ending.score(channels + ending.compared(), true, PLAIN));
            return new Sequence(layers);
        }
    }

    private static void check(int width, int coarsest, int blocks) {
        Check.between("width", width, 0, 4096);
        Check.between("coarsest", coarsest, 2, 7);
        Check.between("blocks", blocks, 1, 64);
    }

    /** The sizes at which blocks work, from half the image's to the coarsest: 14 and 7 for 28. */
    private static List<Integer> sides(int side, int coarsest) {
        List<Integer> sides = Sides.halved(side, coarsest);
        return sides.subList(1, sides.size());
    }

    private static List<Network> stage(int count, int channels, int stages) {
        List<Network> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) blocks.add(new ResidualBlock(channels, GROUP_SIZE, count * stages));
        return blocks;
    }
}
