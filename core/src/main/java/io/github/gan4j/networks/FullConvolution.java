package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

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
    private static final int SIDE = 28;
    private static final int COARSEST = 4;
    private static final double DROPOUT = 0.5;

    private FullConvolution() {}

    /** {@code [batch, latents]} to images. */
    public static Network generator(Blueprint wanted) {
        requirePossible(wanted);
        int width = wanted.width();
        int first = 8 * width * COARSEST * COARSEST;
        List<Network> layers = new ArrayList<>();
        layers.add(new Linear(wanted.latents(), first, !wanted.batchNormalised(), wanted.initialisation()));
        layers.addAll(between(wanted, first));
        layers.add(Fixed.reshape(8 * width, COARSEST, COARSEST));
        layers.add(Fixed.resizeNearest(8));
        layers.addAll(full(wanted, 8 * width, 4 * width));
        layers.add(Fixed.resizeNearest(20));
        layers.addAll(full(wanted, 4 * width, 2 * width));
        layers.addAll(full(wanted, 2 * width, 2 * width));
        layers.addAll(full(wanted, 2 * width, width));
        layers.add(convolution(wanted, width, wanted.channels()));
        if (wanted.batchNormalised()) layers.add(new BatchNormalisation(wanted.channels()));
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    private static List<Network> full(Blueprint wanted, int inputs, int outputs) {
        List<Network> layers = new ArrayList<>();
        layers.add(convolution(wanted, inputs, outputs));
        layers.addAll(between(wanted, outputs));
        return layers;
    }

    private static Network convolution(Blueprint wanted, int inputs, int outputs) {
        return new Convolution(inputs, outputs, 3, 1, 2, 1, !wanted.batchNormalised(), wanted.initialisation());
    }

    private static List<Network> between(Blueprint wanted, int channels) {
        Network activation = wanted.activation().layer();
        return wanted.batchNormalised() ? List.of(new BatchNormalisation(channels), activation) : List.of(activation);
    }

    /** Images to scores {@code [batch, 1]}; it has no normalisation. */
    public static Network discriminator(Blueprint wanted) {
        requirePossible(wanted);
        int width = wanted.width();
        Initialisation initialisation = wanted.initialisation();
        List<Network> layers = new ArrayList<>();
        layers.addAll(halved(wanted, wanted.channels(), width));
        layers.addAll(halved(wanted, width, width));
        layers.addAll(wanted.comparison());
        layers.add(Fixed.flatten());
        layers.add(new Dropout(DROPOUT));
        layers.add(new Linear((width + wanted.compared()) * COARSEST * COARSEST, 8 * width, initialisation));
        layers.add(wanted.activation().layer());
        layers.add(new Dropout(DROPOUT));
        layers.add(wanted.score(8 * width, true, initialisation));
        return new Sequence(layers);
    }

    private static List<Network> halved(Blueprint wanted, int inputs, int outputs) {
        return List.of(
                new Convolution(inputs, outputs, 5, 1, 0, 1, true, wanted.initialisation()),
                wanted.activation().layer(),
                Fixed.greatest(2));
    }

    private static void requirePossible(Blueprint wanted) {
        if (wanted.side(NAME) != SIDE)
            throw new IllegalArgumentException(
                    NAME + " makes 28x28 pixels, got %1$dx%1$d".formatted(wanted.side(NAME)));
        if (wanted.labels().place() != Labels.Place.NONE)
            throw new IllegalArgumentException(NAME + " is told no labels; use dcgan or upscale");
    }
}
