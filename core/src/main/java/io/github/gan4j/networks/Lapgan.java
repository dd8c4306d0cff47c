package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One level of LAPGAN's pyramid (Denton et al. 2015, arXiv:1506.05751) with the layers of the authors' program for
 * CIFAR: the generator sees the enlarged coarse image and a map of noise and makes what has to be added; the
 * discriminator sees the sum. At width 64 these are the published channels.
 */
public final class Lapgan {
    private static final String NAME = "lapgan";
    private static final int FACTOR = 2;
    private static final double DROPOUT = 0.5;

    private Lapgan() {}

    /**
     * {@code [batch, channels, h, w]} to {@code [batch, channels, 2 h, 2 w]}.
     *
     * @param width channels of the hidden layers
     * @param activation after every hidden layer
     * @param initialisation of the weights
     */
    public record Generator(
            @Default("64") int width,
            @Default("relu") Activation activation,
            @Default("normal") Initialisation initialisation)
            implements GeneratorArchitecture {
        public Generator {
            Check.between("width", width, 0, 4096);
        }

        @Override
        public boolean restoring() {
            return true;
        }

        @Override
        public Network network(GeneratorTask task) {
            Check.between("width", width, 1, 4096);
            task.requireFactor(NAME, FACTOR);
            Initialisation first = initialisation.before(activation);
            int channels = task.sample().channels();
            Network difference = new Sequence(List.of(
                    new NoiseMap(),
                    new Convolution(channels + 1, width, 7, 1, 3, 1, true, first),
                    activation.layer(),
                    new Convolution(width, width, 7, 1, 3, 1, true, first),
                    activation.layer(),
                    new Convolution(width, channels, 5, 1, 2, 1, true, first)));
            return new Sequence(List.of(Fixed.enlarged(FACTOR), Corrected.input(List.of(difference))));
        }
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels of the hidden layers
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
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
            Check.between("width", width, 0, 4096);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Check.between("width", width, 1, 4096);
            Initialisation first = initialisation.before(activation);
            Head ending = Head.of(this, task);
            int half = (task.side(NAME) + 1) / 2;
            List<Network> layers = new ArrayList<>(List.of(
                    new Convolution(task.sample().channels(), width, 5, 1, 2, 1, true, first),
                    activation.layer(),
                    new Convolution(width, width, 5, 2, 2, 1, true, first),
                    activation.layer()));
            layers.addAll(ending.comparison());
            layers.addAll(List.of(
                    Fixed.flatten(),
                    new Dropout(DROPOUT),
                    ending.score((width + ending.compared()) * half * half, true, first)));
            return new Sequence(layers);
        }
    }
}
