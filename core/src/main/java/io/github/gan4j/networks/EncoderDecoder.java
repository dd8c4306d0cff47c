package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * The pair of the program denoise_dcgan: the generator halves a noisy image twice with 4x4 convolutions and doubles it
 * twice, with nothing between its last two layers; the discriminator halves three times. (It also has a fourth
 * convolution, whose result the program never uses and which is left out here.) At width 16 these are the published
 * channels. No layer is normalised.
 */
public final class EncoderDecoder {
    private static final String NAME = "encoder-decoder";

    private EncoderDecoder() {}

    /** {@code [batch, channels, h, w]} to the same. */
    public static Network generator(Blueprint wanted) {
        requirePossible(wanted);
        int width = wanted.width();
        Initialisation start = wanted.initialisation();
        List<Network> layers = new ArrayList<>(List.of(
                new Convolution(wanted.channels(), width, 4, 2, 1, 1, true, start),
                wanted.activation().layer(),
                new Convolution(width, 2 * width, 4, 2, 1, 1, true, start),
                wanted.activation().layer(),
                new TransposedConvolution(2 * width, width, 4, 2, 1, 0, true, start),
                new TransposedConvolution(width, wanted.channels(), 4, 2, 1, 0, true, start)));
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        requirePossible(wanted);
        List<Network> layers = new ArrayList<>();
        int inputs = wanted.channels(), side = wanted.side(NAME);
        for (int channels = wanted.width(); channels <= 4 * wanted.width(); channels *= 2) {
            layers.add(
                    new Convolution(inputs, channels, 4, 2, side % 2 == 0 ? 1 : 2, 1, true, wanted.initialisation()));
            layers.add(wanted.activation().layer());
            inputs = channels;
            side = (side + 1) / 2;
        }
        layers.addAll(wanted.comparison());
        layers.add(Fixed.flatten());
        layers.add(wanted.score((inputs + wanted.compared()) * side * side, true, wanted.initialisation()));
        return new Sequence(layers);
    }

    private static void requirePossible(Blueprint wanted) {
        wanted.requireUntold(NAME);
        if (wanted.factor() != 1)
            throw new IllegalArgumentException(
                    NAME + " keeps the size of images, got damage of factor " + wanted.factor() + "; use enlarger");
    }
}
