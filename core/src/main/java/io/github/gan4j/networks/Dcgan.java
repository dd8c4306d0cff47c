package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Strided convolutions in the discriminator, strided transposed convolutions in the generator (Radford et al. 2016,
 * arXiv:1511.06434). The size is doubled from a coarsest of 4 to 7 pixels; an odd size on the way (9 between 5 and 18)
 * is reached by doubling and leaving the last row and column out. At 64 pixels, width 64, kernel 4 these are the
 * networks of pytorch/examples, whose first and last layers over 4x4 pixels are written here as the linear maps that
 * they are.
 *
 * <p>With batch normalisation no layer has a bias unless biases are wanted; without it all have one.
 */
public final class Dcgan {
    private static final String NAME = "dcgan";

    private Dcgan() {}

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width channels of the layer beside the image, doubled at every halving of the size; 0 leaves the choice to the
     *     size of the images and the length of the run
     * @param kernel height and width of the kernels: 4 or 5
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     * @param biases whether layers have a bias beside batch normalisation, too
     * @param labels where the class enters: none, input, every-layer or auto
     */
    public record Generator(
            @Default("64") int width,
            @Default("4") int kernel,
            @Default("7") int coarsest,
            @Default("batch") Normalisation normalisation,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation,
            @Default("false") boolean biases,
            @Default(value = "none", off = true) Labels labels)
            implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
            requireKernel(kernel);
            Check.between("coarsest", coarsest, 2, 7);
            labels.requireOneOf(Labels.NONE, Labels.INPUT, Labels.EVERY_LAYER, Labels.AUTO);
        }

        /** The paper's activations and first weights. */
        public Generator(int width, int kernel, Normalisation normalisation) {
            this(
                    width,
                    kernel,
                    7,
                    normalisation,
                    new Activation.Relu(),
                    Output.TANH,
                    Initialisation.normal(0.02),
                    false,
                    Labels.NONE);
        }

        @Override
        public Network network(GeneratorTask task) {
            Initialisation first = initialisation.before(activation);
            boolean biased = biases || normalisation == Normalisation.NONE;
            return upwards(
                    NAME, this, task, (inputs, outputs, to) -> enlarging(kernel, inputs, outputs, to, biased, first));
        }
    }

    private static List<Network> enlarging(
            int kernel, int inputs, int outputs, int to, boolean biased, Initialisation first) {
        boolean even = to % 2 == 0;
        int padding = kernel == 4 && even ? 1 : 2;
        int extra = kernel == 4 ^ even ? 1 : 0;
        return List.of(new TransposedConvolution(inputs, outputs, kernel, 2, padding, extra, biased, first));
    }

    /** The layers that turn {@code inputs} channels of one size into {@code outputs} channels of the next finer one. */
    @FunctionalInterface
    interface Enlargement {
        List<Network> layers(int inputs, int outputs, int to);
    }

    /** A generator that doubles the size from the coarsest, however each doubling is done. */
    static Network upwards(String name, Generator wanted, GeneratorTask task, Enlargement enlargement) {
        Check.between("width", wanted.width, 1, 4096);
        Initialisation first = wanted.initialisation.before(wanted.activation);
        List<Integer> sides = Sides.halved(task.side(name), wanted.coarsest);
        int level = sides.size() - 1;
        int coarsest = sides.get(level);
        int channels = wanted.width << (level - 1);
        Conditioning classes = new Conditioning(wanted.labels, task.classes());
        boolean biased = wanted.biases || wanted.normalisation == Normalisation.NONE;
        List<Network> layers = new ArrayList<>(classes.joinedAtInput());
        layers.add(new Linear(task.inputs() + classes.atInput(), channels * coarsest * coarsest, biased, first));
        layers.add(Fixed.reshape(channels, coarsest, coarsest));
        for (; level > 0; level--) {
            layers.addAll(wanted.normalisation.between(channels, wanted.activation));
            layers.addAll(classes.joinedAtLayer());
            int inputs = channels + classes.atLayer();
            int next = level == 1 ? task.sample().channels() : channels / 2;
            layers.addAll(enlargement.layers(inputs, next, sides.get(level - 1)));
            channels = next;
        }
        layers.addAll(wanted.output.layers());
        return new Sequence(layers);
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels of the layer beside the image, doubled at every halving of the size; 0 leaves the choice to the
     *     size of the images and the length of the run
     * @param kernel height and width of the kernels: 4 or 5
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param biases whether layers have a bias beside batch normalisation, too
     * @param labels where the class enters or comes out
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("64") int width,
            @Default("4") int kernel,
            @Default("7") int coarsest,
            @Default("batch") Normalisation normalisation,
            @Default("leaky-relu") Activation activation,
            @Default("normal") Initialisation initialisation,
            @Default("false") boolean biases,
            @Default(value = "none", off = true) Labels labels,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            Check.between("width", width, 0, 4096);
            requireKernel(kernel);
            Check.between("coarsest", coarsest, 2, 7);
        }

        /** The paper's activations and first weights. */
        public Discriminator(int width, int kernel, Normalisation normalisation) {
            this(
                    width,
                    kernel,
                    7,
                    normalisation,
                    new Activation.LeakyRelu(0.2),
                    Initialisation.normal(0.02),
                    false,
                    Labels.NONE,
                    false,
                    Optional.empty());
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Check.between("width", width, 1, 4096);
            Initialisation first = initialisation.before(activation);
            List<Integer> sides = Sides.halved(task.side(NAME), coarsest);
            boolean biased = biases || normalisation == Normalisation.NONE;
            Head ending = Head.of(this, task);
            Conditioning classes = ending.conditioning();
            int inputs = task.sample().channels() + classes.atInput();
            int channels = width;
            List<Network> layers = new ArrayList<>(classes.joinedAtInput());
            for (int level = 1; level < sides.size(); level++) {
                // One row more at the edge where an odd size is halved and rounded up.
                int padding = kernel == 4 && sides.get(level - 1) % 2 == 0 ? 1 : 2;
                layers.add(new Convolution(inputs, channels, kernel, 2, padding, 1, biased, first));
                layers.addAll(level == 1 ? List.of(activation.layer()) : normalisation.between(channels, activation));
                boolean last = level == sides.size() - 1;
                if (!last) layers.addAll(classes.joinedAtLayer());
                inputs = channels + (last ? 0 : classes.atLayer());
                channels *= 2;
            }
            int smallest = sides.get(sides.size() - 1);
            layers.addAll(ending.comparison());
            layers.add(Fixed.flatten());
            layers.addAll(classes.joinedAtLayer());
            int features = (inputs + ending.compared()) * smallest * smallest + classes.atLayer();
            layers.add(ending.score(features, biased, first));
            return new Sequence(layers);
        }
    }

    private static void requireKernel(int kernel) {
        if (kernel != 4 && kernel != 5) throw new IllegalArgumentException("kernel must be 4 or 5, got " + kernel);
    }
}
