package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The small players of Unrolled GAN's stacked MNIST (Metz et al. 2017, arXiv:1611.02163, appendix F): convolutions of
 * 3x3 that halve the size down to 4 pixels at width, twice and four times the width; transposed ones that double it,
 * from eight times the width at 4 pixels, and a last convolution at the size of the image. At 28 pixels, width 8 makes
 * the published generator, and width 2 its discriminator of a quarter size.
 */
public final class Unrolled {
    private static final String NAME = "unrolled";
    private static final int COARSEST = 4;

    private Unrolled() {}

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width channels of the last hidden layer, doubled at every halving of the size; 0 leaves the choice to the size
     *     of the images and the length of the run
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     */
    public record Generator(
            @Default("64") int width,
            @Default("batch") Normalisation normalisation,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation)
            implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
        }

        @Override
        public Network network(GeneratorTask task) {
            Check.between("width", width, 1, 4096);
            List<Integer> sides = Sides.halved(task.side(NAME), COARSEST);
            Initialisation first = initialisation.before(activation);
            int level = sides.size() - 1;
            int channels = width << level;
            int coarsest = sides.get(level);
            List<Network> layers = new ArrayList<>();
            boolean bias = normalisation == Normalisation.NONE;
            layers.add(new Linear(task.inputs(), channels * coarsest * coarsest, bias, first));
            layers.add(Fixed.reshape(channels, coarsest, coarsest));
            layers.addAll(normalisation.between(channels, activation));
            for (level--; level >= 0; level--) {
                int extra = sides.get(level) % 2 == 0 ? 1 : 0;
                layers.add(new TransposedConvolution(channels, channels / 2, 3, 2, 1, extra, bias, first));
                channels /= 2;
                layers.addAll(normalisation.between(channels, activation));
            }
            layers.add(new Convolution(channels, task.sample().channels(), 3, 1, 1, 1, true, first));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels of the first layer, doubled at every halving of the size; 0 leaves the choice to the size of the
     *     images and the length of the run
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("64") int width,
            @Default("batch") Normalisation normalisation,
            @Default("leaky-relu") Activation activation,
            @Default("normal") Initialisation initialisation,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            Check.between("width", width, 0, 4096);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Check.between("width", width, 1, 4096);
            List<Integer> sides = Sides.halved(task.side(NAME), COARSEST);
            Initialisation first = initialisation.before(activation);
            Head ending = Head.of(this, task);
            List<Network> layers = new ArrayList<>();
            int inputs = task.sample().channels(), outputs = width;
            for (int level = 1; level < sides.size(); level++) {
                boolean bias = normalisation == Normalisation.NONE;
                layers.add(new Convolution(inputs, outputs, 3, 2, 1, 1, bias, first));
                layers.addAll(normalisation.between(outputs, activation));
                inputs = outputs;
                outputs *= 2;
            }
            int coarsest = sides.get(sides.size() - 1);
            layers.addAll(ending.comparison());
            layers.add(Fixed.flatten());
            layers.add(ending.score((inputs + ending.compared()) * coarsest * coarsest, true, first));
            return new Sequence(layers);
        }
    }
}
