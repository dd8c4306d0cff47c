package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pair that the authors of DCGAN, and carpedm20/DCGAN-tensorflow after them, made for MNIST: 28x28 pixels, a dense
 * layer on each side, and the class beside the input of every layer. With 1 channel, 10 classes and width 64 the
 * generator has 1024 units and twice 128 channels, the discriminator 11 and 74 channels and 1024 units, as published.
 *
 * <p>Every layer has a bias. The class may be left out.
 */
public final class DcganMnist {
    private static final String NAME = "dcgan-mnist";
    private static final int KERNEL = 5;
    private static final int PADDING = 2;

    private DcganMnist() {}

    /**
     * {@code [batch, latents]} to images.
     *
     * @param width half the channels of the convolutions and a sixteenth of the dense units
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     * @param labels where the class enters: none or every-layer
     */
    public record Generator(
            @Default("64") int width,
            @Default("batch") Normalisation normalisation,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation,
            @Default(value = "none", off = true) Labels labels)
            implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 1, 4096);
            labels.requireOneOf(Labels.NONE, Labels.EVERY_LAYER);
        }

        @Override
        public Network network(GeneratorTask task) {
            Sides.requireDigit(NAME, task.side(NAME));
            Initialisation first = initialisation.before(activation);
            Conditioning told = new Conditioning(labels, task.classes());
            int classes = told.atLayer(), dense = 16 * width, maps = 2 * width;
            List<Network> layers = new ArrayList<>(told.joinedAtInput());
            layers.add(new Linear(task.inputs() + classes, dense, first));
            layers.addAll(normalisation.between(dense, activation));
            layers.addAll(told.joinedAtLayer());
            layers.add(new Linear(dense + classes, maps * 7 * 7, first));
            layers.addAll(normalisation.between(maps * 7 * 7, activation));
            layers.add(Fixed.reshape(maps, 7, 7));
            layers.addAll(told.joinedAtLayer());
            layers.add(doubled(maps + classes, maps, first));
            layers.addAll(normalisation.between(maps, activation));
            layers.addAll(told.joinedAtLayer());
            layers.add(doubled(maps + classes, task.sample().channels(), first));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }
    }

    private static Network doubled(int inputs, int outputs, Initialisation first) {
        return new TransposedConvolution(inputs, outputs, KERNEL, 2, PADDING, 1, true, first);
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels of the second convolution and a sixteenth of the dense units
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param labels where the class enters: none or every-layer
     * @param minibatchDeviation whether the dense layer sees the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("64") int width,
            @Default("batch") Normalisation normalisation,
            @Default("leaky-relu") Activation activation,
            @Default("normal") Initialisation initialisation,
            @Default(value = "none", off = true) Labels labels,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            Check.between("width", width, 1, 4096);
            labels.requireOneOf(Labels.NONE, Labels.EVERY_LAYER);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Sides.requireDigit(NAME, task.side(NAME));
            Initialisation start = initialisation.before(activation);
            Head ending = Head.of(this, task);
            Conditioning told = ending.conditioning();
            int classes = told.atLayer(), dense = 16 * width;
            int first = task.sample().channels() + classes, second = width + classes;
            List<Network> layers = new ArrayList<>(told.joinedAtInput());
            layers.add(halved(first, first, start));
            layers.add(activation.layer());
            layers.addAll(told.joinedAtLayer());
            layers.add(halved(first + classes, second, start));
            layers.addAll(normalisation.between(second, activation));
            layers.addAll(ending.comparison());
            layers.add(Fixed.flatten());
            layers.addAll(told.joinedAtLayer());
            layers.add(new Linear((second + ending.compared()) * 7 * 7 + classes, dense, start));
            layers.addAll(normalisation.between(dense, activation));
            layers.addAll(told.joinedAtLayer());
            layers.add(ending.score(dense + classes, true, start));
            return new Sequence(layers);
        }
    }

    private static Network halved(int inputs, int outputs, Initialisation first) {
        return new Convolution(inputs, outputs, KERNEL, 2, PADDING, 1, true, first);
    }
}
