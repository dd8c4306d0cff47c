package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * The discriminator of {@link Restorer} and {@link Enlarger}: it judges every patch of an image by itself and gives the
 * mean (Isola et al. 2017, arXiv:1611.07004, section 3.2.2), so it looks at texture and leaves the whole to the
 * reconstruction loss. The side is halved by 4x4 convolutions to an eighth, never below {@code coarsest}.
 */
public final class Patchwise {
    private static final String NAME = "patchwise";
    private static final int MOST_HALVINGS = 3;

    private Patchwise() {}

    /**
     * Images to scores {@code [batch, 1]}.
     *
     * @param width channels of the first layer, doubled at every halving of the size; 0 leaves the choice to the size of the
     *     images and the length of the run
     * @param coarsest side in pixels at which the size stops halving: 2 to 7
     * @param normalisation between layers and activations, but for the first
     * @param activation after every hidden layer
     * @param initialisation of the weights
     * @param biases whether layers have a bias beside batch normalisation, too
     * @param minibatchDeviation whether the last layer sees the standard deviation over the batch
     */
    public record Discriminator(
            @Default("64") int width,
            @Default("7") int coarsest,
            @Default("batch") Normalisation normalisation,
            @Default("leaky-relu") Activation activation,
            @Default("normal") Initialisation initialisation,
            @Default("false") boolean biases,
            @Default(value = "false", off = true) boolean minibatchDeviation)
            implements DiscriminatorArchitecture {
        public Discriminator {
            Check.between("width", width, 0, 4096);
            Check.between("coarsest", coarsest, 2, 7);
        }

        @Override
        public Network network(DiscriminatorTask task) {
            Check.between("width", width, 1, 4096);
            task.requireOneGenerator(NAME);
            List<Integer> sides = Sides.halved(task.side(NAME), coarsest);
            Initialisation first = initialisation.before(activation);
            Head ending = Head.of(this, task);
            int inputs = task.sample().channels(), channels = width;
            List<Network> layers = new ArrayList<>();
            for (int level = 1; level < sides.size() && level <= MOST_HALVINGS; level++) {
                int padding = sides.get(level - 1) % 2 == 0 ? 1 : 2;
                boolean normalised = normalisation == Normalisation.BATCH && level > 1;
                layers.add(new Convolution(inputs, channels, 4, 2, padding, 1, !normalised || biases, first));
                if (normalised) layers.add(new BatchNormalisation(channels));
                layers.add(activation.layer());
                inputs = channels;
                channels *= 2;
            }
            layers.addAll(ending.comparison());
            layers.add(new Convolution(inputs + ending.compared(), 1, 3, 1, 1, 1, true, first));
            layers.add(Fixed.meanOverPlane());
            return new Sequence(layers);
        }
    }
}
