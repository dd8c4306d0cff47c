package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pair of "Counterfeiters vs. bankers" for 28x28 pixels. The generator doubles the size twice and grows by two
 * pixels in every "full" 3x3 convolution, whose padding is 2: 4, 8, 10, 20, 22, 24, 26, 28. The discriminator is the
 * convolutional network of Lasagne's MNIST example: two 5x5 convolutions with maxima of 2x2, a dense layer, dropout.
 *
 * <p>At width 32 the generator has 256, 128, 64, 64 and 32 channels and the discriminator 32 channels and 256 units, as
 * published.
 */
public final class FullConvolution {
    private static final String NAME = "full-convolution";
    private static final int COARSEST = 4;
    private static final double DROPOUT = 0.5;

    private FullConvolution() {}

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width channels of the last hidden layer, an eighth of those of the first
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
            Check.between("width", width, 1, 4096);
        }

        @Override
        public Network network(GeneratorTask task) {
            Sides.requireDigit(NAME, task.side(NAME));
            int first = 8 * width * COARSEST * COARSEST;
            List<Network> layers = new ArrayList<>();
            boolean biased = normalisation == Normalisation.NONE;
            layers.add(new Linear(task.inputs(), first, biased, initialisation.before(activation)));
            layers.addAll(normalisation.between(first, activation));
            layers.add(Fixed.reshape(8 * width, COARSEST, COARSEST));
            layers.add(Fixed.resizeNearest(8));
            layers.addAll(full(8 * width, 4 * width));
            layers.add(Fixed.resizeNearest(20));
            layers.addAll(full(4 * width, 2 * width));
            layers.addAll(full(2 * width, 2 * width));
            layers.addAll(full(2 * width, width));
            int channels = task.sample().channels();
            layers.add(convolution(width, channels));
            if (!biased) layers.add(new BatchNormalisation(channels));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }

        private List<Network> full(int inputs, int outputs) {
            List<Network> layers = new ArrayList<>();
            layers.add(convolution(inputs, outputs));
            layers.addAll(normalisation.between(outputs, activation));
            return layers;
        }

        private Network convolution(int inputs, int outputs) {
            boolean biased = normalisation == Normalisation.NONE;
            return new Convolution(inputs, outputs, 3, 1, 2, 1, biased, initialisation.before(activation));
        }
    }

    /**
     * Images to scores {@code [batch, 1]}; nothing is normalised.
     *
     * @param width channels of the convolutions and an eighth of the dense units
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param minibatchDeviation whether the dense layer sees the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("64") int width,
            @Default("leaky-relu") Activation activation,
            @Default("normal") Initialisation initialisation,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            Check.between("width", width, 1, 4096);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Sides.requireDigit(NAME, task.side(NAME));
            Initialisation first = initialisation.before(activation);
            Head ending = Head.of(this, task);
            List<Network> layers = new ArrayList<>();
            layers.addAll(halved(task.sample().channels(), width, first));
            layers.addAll(halved(width, width, first));
            layers.addAll(ending.comparison());
            layers.add(Fixed.flatten());
            layers.add(new Dropout(DROPOUT));
            layers.add(new Linear((width + ending.compared()) * COARSEST * COARSEST, 8 * width, first));
            layers.add(activation.layer());
            layers.add(new Dropout(DROPOUT));
            layers.add(ending.score(8 * width, true, first));
            return new Sequence(layers);
        }

        private List<Network> halved(int inputs, int outputs, Initialisation first) {
            return List.of(
                    new Convolution(inputs, outputs, 5, 1, 0, 1, true, first), activation.layer(), Fixed.greatest(2));
        }
    }
}
