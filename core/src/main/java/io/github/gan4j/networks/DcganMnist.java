package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * The pair that the authors of DCGAN, and carpedm20/DCGAN-tensorflow after them, made for MNIST: 28x28 pixels, a dense
 * layer on each side, and the class beside the input of every layer. With 1 channel, 10 classes and width 64 the
 * generator has 1024 units and twice 128 channels, the discriminator 11 and 74 channels and 1024 units, as published.
 *
 * <p>Every layer has a bias. The class may be left out.
 */
public final class DcganMnist {
    private static final String NAME = "dcgan-mnist";
    private static final int KERNEL = 5;
    private static final int PADDING = 2;

    private DcganMnist() {}

    /** {@code [batch, latents]} to images. */
    public static Network generator(Blueprint wanted) {
        requirePossible(wanted);
        Labels labels = wanted.labels();
        int classes = labels.atLayer(), dense = 16 * wanted.width(), maps = 2 * wanted.width();
        List<Network> layers = new ArrayList<>(labels.joinedAtInput());
        layers.add(new Linear(wanted.latents() + classes, dense, wanted.initialisation()));
        layers.addAll(between(wanted, dense));
        layers.addAll(labels.joinedAtLayer());
        layers.add(new Linear(dense + classes, maps * 7 * 7, wanted.initialisation()));
        layers.addAll(between(wanted, maps * 7 * 7));
        layers.add(Fixed.reshape(maps, 7, 7));
        layers.addAll(labels.joinedAtLayer());
        layers.add(doubled(wanted, maps + classes, maps));
        layers.addAll(between(wanted, maps));
        layers.addAll(labels.joinedAtLayer());
        layers.add(doubled(wanted, maps + classes, wanted.channels()));
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    private static Network doubled(Blueprint wanted, int inputs, int outputs) {
        return new TransposedConvolution(inputs, outputs, KERNEL, 2, PADDING, 1, true, wanted.initialisation());
    }

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        requirePossible(wanted);
        Labels labels = wanted.labels();
        int classes = labels.atLayer(), dense = 16 * wanted.width();
        int first = wanted.channels() + classes, second = wanted.width() + classes;
        List<Network> layers = new ArrayList<>(labels.joinedAtInput());
        layers.add(halved(wanted, first, first));
        layers.add(wanted.activation().layer());
        layers.addAll(labels.joinedAtLayer());
        layers.add(halved(wanted, first + classes, second));
        layers.addAll(between(wanted, second));
        layers.addAll(wanted.comparison());
        layers.add(Fixed.flatten());
        layers.addAll(labels.joinedAtLayer());
        layers.add(new Linear((second + wanted.compared()) * 7 * 7 + classes, dense, wanted.initialisation()));
        layers.addAll(between(wanted, dense));
        layers.addAll(labels.joinedAtLayer());
        layers.add(wanted.score(dense + classes, true, wanted.initialisation()));
        return new Sequence(layers);
    }

    private static Network halved(Blueprint wanted, int inputs, int outputs) {
        return new Convolution(inputs, outputs, KERNEL, 2, PADDING, 1, true, wanted.initialisation());
    }

    private static List<Network> between(Blueprint wanted, int channels) {
        Network activation = wanted.activation().layer();
        return wanted.batchNormalised() ? List.of(new BatchNormalisation(channels), activation) : List.of(activation);
    }

    private static void requirePossible(Blueprint wanted) {
        if (wanted.side(NAME) != 28)
            throw new IllegalArgumentException(
                    NAME + " makes 28x28 pixels, got %1$dx%1$d".formatted(wanted.side(NAME)));
        if (wanted.labels().atInput() != wanted.labels().classes()
                || wanted.labels().atLayer() != wanted.labels().classes())
            throw new IllegalArgumentException(NAME + " has labels at every layer or not at all");
    }
}
