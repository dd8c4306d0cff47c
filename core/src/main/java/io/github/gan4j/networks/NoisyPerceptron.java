package io.github.gan4j.networks;

import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * The players that learned MNIST from 100 labels (Salimans et al. 2016, arXiv:1606.03498, section 6.1, and the program
 * published with it): dense layers with weight normalisation and, in the discriminator, Gaussian noise before each of
 * them; in the generator batch normalisation. Pixels are from 0 to 1 inside the discriminator.
 */
public final class NoisyPerceptron {
    private static final double NOISE_AT_INPUT = 0.3;
    private static final double NOISE = 0.5;
    private static final double KEEPS_VARIANCE = Math.sqrt(2);

    private NoisyPerceptron() {}

    /**
     * {@code [batch, latents]} to samples.
     *
     * @param hidden units of the hidden layers, from first to last
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights but the last layer's
     */
    public record Generator(
            @Default("[]") List<Integer> hidden,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
            @Default("normal") Initialisation initialisation)
            implements GeneratorArchitecture {
        public Generator {
            hidden = Perceptron.layers(hidden);
        }

        @Override
        public Network network(GeneratorTask task) {
            Initialisation first = initialisation.before(activation);
            List<Network> layers = new ArrayList<>();
            int width = task.inputs();
            for (int units : hidden) {
                layers.add(new Linear(width, units, false, first));
                layers.addAll(Normalisation.BATCH.between(units, activation));
                width = units;
            }
            layers.add(new NormalisedLinear(width, task.sample().size(), 1));
            layers.addAll(output.layers());
            layers.addAll(Perceptron.fromRow(task.sample()));
            return new Sequence(layers);
        }
    }

    /**
     * Samples to scores {@code [batch, 1]}.
     *
     * @param hidden units of the hidden layers, from first to last
     * @param activation after every hidden layer
     * @param labels none, or classify
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
     */
    public record Discriminator(
            @Default("[]") List<Integer> hidden,
            @Default("leaky-relu") Activation activation,
            @Default(value = "none", off = true) Labels labels,
            @Default(value = "false", off = true) boolean minibatchDeviation)
            implements DiscriminatorArchitecture {
        public Discriminator {
            hidden = Perceptron.layers(hidden);
            labels.requireOneOf(Labels.NONE, Labels.CLASSIFY);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            task.requireOneGenerator("noisy-perceptron");
            Head ending = Head.of(this, task);
            List<Network> layers = new ArrayList<>(Perceptron.toRow(task.sample()));
            if (task.sample().isImage()) layers.add(Fixed.toUnitRange());
            layers.add(new GaussianNoise(NOISE_AT_INPUT));
            int width = task.sample().size();
            for (int i = 0; i < hidden.size(); i++) {
                int units = hidden.get(i);
                if (i > 0) layers.add(new GaussianNoise(NOISE));
                layers.add(new NormalisedLinear(width, units, KEEPS_VARIANCE));
                layers.add(activation.layer());
                width = units;
            }
            layers.addAll(ending.comparison());
            layers.add(last(width + ending.compared(), ending.conditioning()));
            return new Sequence(layers);
        }
    }

    /** With its noise, so that what is before the last layer is free of it. */
    private static Network last(int width, Conditioning conditioning) {
        boolean classes = conditioning.labels() == Labels.CLASSIFY;
        Network scores = new Sequence(List.of(
                new GaussianNoise(NOISE), new NormalisedLinear(width, classes ? conditioning.classes() : 1, 1)));
        return classes ? new ClassScore(scores) : scores;
    }
}
