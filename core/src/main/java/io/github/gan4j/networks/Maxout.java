package io.github.gan4j.networks;

import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The players of PacGAN's rings and grids (Lin et al. 2018, arXiv:1712.04086, section 4.1): dense layers with batch
 * normalisation in the generator, {@link LinearMaxout} of 5 pieces in the discriminator. With batch normalisation only
 * the last layer of the generator has a bias.
 */
public final class Maxout {
    private static final int PIECES = 5;

    private Maxout() {}

    /**
     * {@code [batch, latents]} to samples.
     *
     * @param hidden units of the hidden layers, from first to last
     * @param normalisation between layers and activations
     * @param activation after every hidden layer
     * @param output after the last layer
     * @param initialisation of the weights
     */
    public record Generator(
            @Default("[]") List<Integer> hidden,
            @Default("batch") Normalisation normalisation,
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
                layers.add(new Linear(width, units, normalisation == Normalisation.NONE, first));
                layers.addAll(normalisation.between(units, activation));
                width = units;
            }
            layers.add(new Linear(width, task.sample().size(), first));
            layers.addAll(Perceptron.fromRow(task.sample()));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }
    }

    /**
     * Samples to scores {@code [batch, 1]}.
     *
     * @param hidden units of the hidden layers, from first to last
     * @param initialisation of the weights
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
     * @param minibatch kernels of minibatch discrimination before the last layer
     */
    public record Discriminator(
            @Default("[]") List<Integer> hidden,
            @Default("normal") Initialisation initialisation,
            @Default(value = "false", off = true) boolean minibatchDeviation,
            Optional<MinibatchDiscrimination.Kernels> minibatch)
            implements DiscriminatorArchitecture {
        public Discriminator {
            hidden = Perceptron.layers(hidden);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Initialisation first = initialisation.before(new Activation.LeakyRelu(0.2));
            Head ending = Head.of(this, task);
            List<Network> layers = new ArrayList<>(Perceptron.toRow(task.sample()));
            int width = task.sample().size();
            for (int units : hidden) {
                layers.add(new LinearMaxout(width, units, PIECES, first));
                width = units;
            }
            layers.addAll(ending.comparison());
            layers.add(ending.score(width + ending.compared(), true, first));
            return new Sequence(layers);
        }
    }
}
