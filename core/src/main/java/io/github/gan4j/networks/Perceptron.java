package io.github.gan4j.networks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Layers in which every unit sees all of the layer before; the generator and discriminator of Goodfellow et al. 2014 (arXiv:1406.2661). */
public final class Perceptron {
    private Perceptron() {}

    /** {@code [batch, inputs]} to {@code [batch, outputs]}, with the activation after every layer but the last. */
    public static Network of(
            int inputs, List<Integer> hidden, int outputs, Activation activation, Initialisation initialisation) {
        Conditioning none = new Conditioning(Labels.NONE, 0);
        return new Sequence(inner(
                inputs,
                hidden,
                none,
                activation,
                initialisation,
                width -> List.of(new Linear(width, outputs, initialisation))));
    }

    /**
     * {@code [batch, latents]} to samples.
     *
     * @param hidden units of the hidden layers, from first to last
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     * @param labels where the class enters: none, input, every-layer or auto
     */
    public record Generator(
            @Default("[]") List<Integer> hidden,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation,
            @Default(value = "none", off = true) Labels labels)
            implements GeneratorArchitecture {
        public Generator {
            hidden = layers(hidden);
            labels.requireOneOf(Labels.NONE, Labels.INPUT, Labels.EVERY_LAYER, Labels.AUTO);
        }

        @Override
        public Network network(GeneratorTask task) {
            Initialisation first = initialisation.before(activation);
            Conditioning classes = new Conditioning(labels, task.classes());
            List<Network> layers = new ArrayList<>();
            layers.add(new Sequence(inner(
                    task.inputs(),
                    hidden,
                    classes,
                    activation,
                    first,
                    width -> List.of(new Linear(width, task.sample().size(), first)))));
            layers.addAll(fromRow(task.sample()));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }
    }

    /**
     * Samples to scores {@code [batch, 1]}.
     *
     * @param hidden units of the hidden layers, from first to last
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param labels where the class enters or comes out
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("[]") List<Integer> hidden,
            @Default("leaky-relu") Activation activation,
            @Default("normal") Initialisation initialisation,
            @Default(value = "none", off = true) Labels labels,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            hidden = layers(hidden);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Initialisation first = initialisation.before(activation);
            Head ending = Head.of(this, task);
            List<Network> layers = new ArrayList<>(toRow(task.sample()));
            layers.add(new Sequence(
                    inner(task.sample().size(), hidden, ending.conditioning(), activation, first, width -> {
                        List<Network> last = new ArrayList<>(ending.comparison());
                        last.add(ending.score(width + ending.compared(), true, first));
                        return last;
                    })));
            return new Sequence(layers);
        }
    }

    private static List<Network> inner(
            int inputs,
            List<Integer> hidden,
            Conditioning classes,
            Activation activation,
            Initialisation first,
            IntFunction<List<Network>> last) {
        List<Network> layers = new ArrayList<>(classes.joinedAtInput());
        int width = inputs + classes.atInput();
        for (int units : hidden) {
            layers.add(new Linear(width, units, first));
            layers.add(activation.layer());
            layers.addAll(classes.joinedAtLayer());
            width = units + classes.atLayer();
        }
        layers.addAll(last.apply(width));
        return layers;
    }

    /** Units of hidden layers, checked. */
    static List<Integer> layers(List<Integer> hidden) {
        Check.between("hidden: the number of layers", hidden.size(), 0, 64);
        hidden.forEach(units -> Check.between("hidden", units, 1, 65_536));
        return List.copyOf(hidden);
    }

    /** The layers that turn a row of numbers into one sample; none for points. */
    static List<Network> fromRow(SampleShape sample) {
        return sample.isImage()
                ? List.of(Fixed.reshape(sample.channels(), sample.height(), sample.width()))
                : List.of();
    }

    /** The layers that turn one sample into a row of numbers; none for points. */
    static List<Network> toRow(SampleShape sample) {
        return sample.isImage() ? List.of(Fixed.flatten()) : List.of();
    }
}
