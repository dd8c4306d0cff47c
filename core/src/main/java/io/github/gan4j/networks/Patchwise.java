package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * The discriminator of {@link Restorer} and {@link Enlarger}: it judges every patch of an image by itself and gives the
 * mean (Isola et al. 2017, arXiv:1611.07004, section 3.2.2), so it looks at texture and leaves the whole to the content
 * term. The side is halved by 4x4 convolutions to an eighth, never below {@link Blueprint#coarsest}.
 */
public final class Patchwise {
    private static final int MOST_HALVINGS = 3;

    private Patchwise() {}

    /** Images to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        wanted.requireUntold("patchwise");
        wanted.requirePlainScore("patchwise");
        List<Integer> sizes = wanted.sizes("patchwise");
        int inputs = wanted.channels(), channels = wanted.width();
        List<Network> layers = new ArrayList<>();
        for (int level = 1; level < sizes.size() && level <= MOST_HALVINGS; level++) {
            int padding = sizes.get(level - 1) % 2 == 0 ? 1 : 2;
            boolean normalised = wanted.batchNormalised() && level > 1;
            layers.add(new Convolution(
                    inputs, channels, 4, 2, padding, 1, !normalised || wanted.biases(), wanted.initialisation()));
            if (normalised) layers.add(new BatchNormalisation(channels));
            layers.add(wanted.activation().layer());
            inputs = channels;
            channels *= 2;
        }
        layers.addAll(wanted.comparison());
        layers.add(new Convolution(inputs + wanted.compared(), 1, 3, 1, 1, 1, true, wanted.initialisation()));
        layers.add(Fixed.meanOverPlane());
        return new Sequence(layers);
    }
}
