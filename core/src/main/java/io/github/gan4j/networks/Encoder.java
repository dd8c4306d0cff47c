package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/** Strided convolutions from an image to its code: the encoder of an {@link AutoEncoder}. */
public final class Encoder {
    private static final String NAME = "an encoder";

    private Encoder() {}

    /**
     * Images to {@code [batch, latents]}.
     *
     * @param bounded whether codes lie in (-1, 1) for good, as latents that are even there
     */
    public static Network of(Blueprint wanted, boolean bounded) {
        List<Integer> sizes = wanted.sizes(NAME);
        List<Network> layers = new ArrayList<>();
        int inputs = wanted.channels(), channels = wanted.width();
        for (int level = 1; level < sizes.size(); level++) {
            // one row more at the edge where an odd size is halved and rounded up
            int padding = wanted.kernel() == 4 && sizes.get(level - 1) % 2 == 0 ? 1 : 2;
            layers.add(new Convolution(
                    inputs, channels, wanted.kernel(), 2, padding, 1, wanted.biased(), wanted.initialisation()));
            if (wanted.batchNormalised() && level > 1) layers.add(new BatchNormalisation(channels));
            layers.add(wanted.activation().layer());
            inputs = channels;
            channels *= 2;
        }
        int coarsest = sizes.get(sizes.size() - 1);
        layers.add(Fixed.flatten());
        layers.add(new Linear(inputs * coarsest * coarsest, wanted.latents(), wanted.initialisation()));
        if (bounded) layers.add(Fixed.tanh());
        return new Sequence(layers);
    }
}
