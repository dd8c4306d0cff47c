package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

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

    /** {@code [batch, channels, h, w]} to {@code [batch, channels, 2 h, 2 w]}. */
    public static Network generator(Blueprint wanted) {
        wanted.requireUntold(NAME);
        if (wanted.factor() != FACTOR)
            throw new IllegalArgumentException(
                    NAME + " enlarges by " + FACTOR + ", got damage of factor " + wanted.factor());
        int width = wanted.width(), channels = wanted.channels();
        Network difference = new Sequence(List.of(
                new NoiseMap(),
                new Convolution(channels + 1, width, 7, 1, 3, 1, true, wanted.initialisation()),
                wanted.activation().layer(),
                new Convolution(width, width, 7, 1, 3, 1, true, wanted.initialisation()),
                wanted.activation().layer(),
                new Convolution(width, channels, 5, 1, 2, 1, true, wanted.initialisation())));
        return new Sequence(List.of(Fixed.enlarged(FACTOR), Corrected.input(List.of(difference))));
    }

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        wanted.requireUntold(NAME);
        int width = wanted.width(), half = (wanted.side(NAME) + 1) / 2;
        List<Network> layers = new ArrayList<>(List.of(
                new Convolution(wanted.channels(), width, 5, 1, 2, 1, true, wanted.initialisation()),
                wanted.activation().layer(),
                new Convolution(width, width, 5, 2, 2, 1, true, wanted.initialisation()),
                wanted.activation().layer()));
        layers.addAll(wanted.comparison());
        layers.addAll(List.of(
                Fixed.flatten(),
                new Dropout(DROPOUT),
                wanted.score((width + wanted.compared()) * half * half, true, wanted.initialisation())));
        return new Sequence(layers);
    }
}
