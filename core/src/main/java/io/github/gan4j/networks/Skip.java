package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The skip generator and the residual discriminator of StyleGAN2 (Karras et al. 2020, arXiv:1912.04958, section 4.2), small
 * enough for a processor. The image is the sum of what every size adds to it. All convolutions of the generator are 3x3, at
 * the coarser of two sizes, and what comes out is enlarged by bilinear interpolation, so that no strided layer leaves a grid
 * (Odena et al. 2016, "Deconvolution and Checkerboard Artifacts"). The discriminator shrinks by averaging beside 4x4
 * convolutions of stride 2.
 *
 * <p>Channels double at every halving of the size, up to {@value #MOST}.
 */
public final class Skip {
    /** The most channels of a layer, unless the width itself is more. */
    static final int MOST = 512;

    private static final String NAME = "skip";

    private Skip() {}

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width channels at half the size of the image, doubled at every halving of the size and a quarter at the size
     *     itself; 0 leaves the choice to the size of the images and the length of the run
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param normalisation between layers and activations
     * @param modulation whether latents and class scale and move the channels of every layer (self-modulation: Chen et al.
     *     2019, arXiv:1810.01365)
     * @param excitation whether the coarsest features weigh the channels of those eight times as fine (skip-layer excitation:
     *     Liu et al. 2021, arXiv:2101.04775)
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     * @param labels where the class enters: none or input (beside the latents)
     */
    public record Generator(
            @Default("64") int width,
            @Default("7") int coarsest,
            @Default("batch") Normalisation normalisation,
            @Default("true") boolean modulation,
            @Default(value = "false", off = true) boolean excitation,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation,
            @Default(value = "none", off = true) Labels labels)
            implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
            Check.between("coarsest", coarsest, 2, 7);
            labels.requireOneOf(Labels.NONE, Labels.INPUT);
        }

        @Override
        public Network network(GeneratorTask task) {
            Check.between("width", width, 1, 4096);
            List<Integer> sides = Sides.halved(task.side(NAME), coarsest);
            return new SkipGenerator(this, task, sides);
        }

        /** Channels at the image's size halved {@code level} times. */
        int channels(int level) {
            return level == 0 ? Math.max(1, width / 4) : doubled(width, level - 1);
        }
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels at half the size of the image, doubled at every halving of the size; 0 leaves the choice to the
     *     size of the images and the length of the run
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param labels where the class enters or comes out: none, input, projection or classify
     * @param minibatchDeviation whether the last layers see the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("64") int width,
            @Default("7") int coarsest,
            @Default("leaky-relu") Activation activation,
            @Default("he") Initialisation initialisation,
            @Default(value = "none", off = true) Labels labels,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            Check.between("width", width, 0, 4096);
            Check.between("coarsest", coarsest, 2, 7);
            labels.requireOneOf(Labels.NONE, Labels.INPUT, Labels.PROJECTION, Labels.CLASSIFY);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Check.between("width", width, 1, 4096);
            List<Integer> sides = Sides.halved(task.side(NAME), coarsest);
            Initialisation first = initialisation.before(activation);
            Head ending = Head.of(this, task);
            Conditioning classes = ending.conditioning();
            List<Network> layers = new ArrayList<>(classes.joinedAtInput());
            int inputs = task.sample().channels() + classes.atInput();
            layers.add(halving(inputs, width, sides.get(0), first));
            int channels = width;
            for (int level = 2; level < sides.size(); level++) {
                int outputs = doubled(width, level - 1);
                layers.add(shrunk(channels, outputs, sides.get(level - 1), first));
                channels = outputs;
            }
            int smallest = sides.get(sides.size() - 1);
            layers.add(activation.layer());
            layers.addAll(ending.comparison());
            layers.add(new Convolution(channels + ending.compared(), channels, 3, 1, 1, 1, true, first));
            layers.add(activation.layer());
            layers.add(Fixed.flatten());
            layers.add(ending.score(channels * smallest * smallest, true, first));
            return new Sequence(layers);
        }

        /** From one size to the half of it: the average, and what two convolutions add to it. */
        private Network shrunk(int inputs, int outputs, int side, Initialisation first) {
            // the sum of both has the variance of one
            Initialisation half = first.scaled(Math.sqrt(0.5));
            Network average = new Sequence(List.of(
                    Fixed.resizeBilinear((side + 1) / 2),
                    new Convolution(inputs, outputs, 1, 1, 0, 1, false, half)));
            Network correction = new Sequence(List.of(
                    activation.layer(),
                    halving(inputs, outputs, side, first),
                    activation.layer(),
                    new Convolution(outputs, outputs, 3, 1, 1, 1, true, half)));
            return new Corrected(average, correction);
        }
    }

    /** One row more at the edge where an odd size is halved and rounded up. */
    private static Convolution halving(int inputs, int outputs, int side, Initialisation first) {
        return new Convolution(inputs, outputs, 4, 2, side % 2 == 0 ? 1 : 2, 1, true, first);
    }

    private static int doubled(int width, int times) {
        return (int) Math.min((long) width << times, Math.max(MOST, width));
    }
}
