package io.github.gan4j.networks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of the encoder of an {@link AutoEncoder}: strided convolutions from an image to its code.
 *
 * @param width channels of the first layer, doubled at every halving of the size
 * @param kernel height and width of the kernels: 4 or 5
 * @param coarsest side in pixels at which the size stops halving: 2 to 7
 * @param normalisation between layers and activations, but for the first
 * @param activation after every hidden layer
 * @param initialisation of the weights
 * @param biases whether layers have a bias beside batch normalisation, too
 */
public record Encoder(
        @Default("64") int width,
        @Default("5") int kernel,
        @Default("7") int coarsest,
        @Default("batch") Normalisation normalisation,
        @Default("leaky-relu") Activation activation,
        @Default("normal") Initialisation initialisation,
        @Default("false") boolean biases) {
    private static final String NAME = "an encoder";

    public Encoder {
        Check.between("width", width, 1, 4096);
        Check.between("kernel", kernel, 4, 5);
        Check.between("coarsest", coarsest, 2, 7);
    }

    /**
     * Images to {@code [batch, codes]}.
     *
     * @param codes how many numbers a code has
     * @param bounded whether codes lie in (-1, 1) for good, as latents from a uniform distribution do
     */
    public Network network(SampleShape sample, int codes, boolean bounded) {
        List<Integer> sides = Sides.halved(Sides.of(NAME, sample), coarsest);
        Initialisation first = initialisation.before(activation);
        List<Network> layers = new ArrayList<>();
        int inputs = sample.channels(), channels = width;
        for (int level = 1; level < sides.size(); level++) {
            // one row more at the edge where an odd size is halved and rounded up
            int padding = kernel == 4 && sides.get(level - 1) % 2 == 0 ? 1 : 2;
            boolean biased = biases || normalisation == Normalisation.NONE;
            layers.add(new Convolution(inputs, channels, kernel, 2, padding, 1, biased, first));
            if (normalisation == Normalisation.BATCH && level > 1) layers.add(new BatchNormalisation(channels));
            layers.add(activation.layer());
            inputs = channels;
            channels *= 2;
        }
        int smallest = sides.get(sides.size() - 1);
        layers.add(Fixed.flatten());
        layers.add(new Linear(inputs * smallest * smallest, codes, first));
        if (bounded) layers.add(Fixed.tanh());
        return new Sequence(layers);
    }
}
