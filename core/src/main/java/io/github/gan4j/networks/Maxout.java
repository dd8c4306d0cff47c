package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * The players of PacGAN's rings and grids (Lin et al. 2018, arXiv:1712.04086, section 4.1): dense layers with batch
 * normalisation in the generator, {@link LinearMaxout} of 5 pieces in the discriminator. With batch normalisation only
 * the last layer of the generator has a bias.
 */
public final class Maxout {
    private static final int PIECES = 5;

    private Maxout() {}

    /** {@code [batch, latents]} to samples. */
    public static Network generator(Blueprint wanted) {
        requireUnlabelled(wanted);
        List<Network> layers = new ArrayList<>();
        int width = wanted.latents();
        for (int units : wanted.hidden()) {
            layers.add(new Linear(width, units, !wanted.batchNormalised(), wanted.initialisation()));
            if (wanted.batchNormalised()) layers.add(new BatchNormalisation(units));
            layers.add(wanted.activation().layer());
            width = units;
        }
        layers.add(new Linear(width, wanted.sample().count(), wanted.initialisation()));
        layers.addAll(wanted.sample().fromRow());
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    /** Samples to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        requireUnlabelled(wanted);
        List<Network> layers = new ArrayList<>(wanted.sample().toRow());
        int width = wanted.sample().count();
        for (int units : wanted.hidden()) {
            layers.add(new LinearMaxout(width, units, PIECES, wanted.initialisation()));
            width = units;
        }
        layers.addAll(wanted.comparison());
        layers.add(wanted.score(width + wanted.compared(), true, wanted.initialisation()));
        return new Sequence(layers);
    }

    private static void requireUnlabelled(Blueprint wanted) {
        if (wanted.labels().place() != Labels.Place.NONE)
            throw new IllegalArgumentException("maxout is told no labels; use perceptron");
    }
}
