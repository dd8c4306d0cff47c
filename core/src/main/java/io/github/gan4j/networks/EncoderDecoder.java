package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pair of the program denoise_dcgan: the generator halves a noisy image twice with 4x4 convolutions and doubles it
 * twice, with nothing between its last two layers; the discriminator halves three times. (It also has a fourth
 * convolution, whose result the program never uses and which is left out here.) At width 16 these are the published
 * channels. No layer is normalised.
 */
public final class EncoderDecoder {
    private static final String NAME = "encoder-decoder";

    private EncoderDecoder() {}

    /**
     * {@code [batch, channels, h, w]} to the same.
     *
     * @param width channels of the first layer
     * @param activation after the first two layers
     * @param output after the last layer
     * @param initialisation of the weights
     */
    public record Generator(
            @Default("64") int width,
            @Default("relu") Activation activation,
            @Default("tanh") Output output,
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
            task.requireFactor(NAME, 1);
            Initialisation start = initialisation.before(activation);
            int channels = task.sample().channels();
            List<Network> layers = new ArrayList<>(List.of(
                    new Convolution(channels, width, 4, 2, 1, 1, true, start),
                    activation.layer(),
                    new Convolution(width, 2 * width, 4, 2, 1, 1, true, start),
                    activation.layer(),
                    new TransposedConvolution(2 * width, width, 4, 2, 1, 0, true, start),
                    new TransposedConvolution(width, channels, 4, 2, 1, 0, true, start)));
            layers.addAll(output.layers());
            return new Sequence(layers);
        }
    }

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels of the first layer, doubled twice
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
            List<Network> layers = new ArrayList<>();
            int inputs = task.sample().channels(), side = task.side(NAME);
            for (int channels = width; channels <= 4 * width; channels *= 2) {
                layers.add(new Convolution(inputs, channels, 4, 2, side % 2 == 0 ? 1 : 2, 1, true, first));
                layers.add(activation.layer());
                inputs = channels;
                side = (side + 1) / 2;
            }
            layers.addAll(ending.comparison());
            layers.add(Fixed.flatten());
            layers.add(ending.score((inputs + ending.compared()) * side * side, true, first));
            return new Sequence(layers);
        }
    }
}
