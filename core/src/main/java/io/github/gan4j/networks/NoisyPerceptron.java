package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * The players that learned MNIST from 100 labels (Salimans et al. 2016, arXiv:1606.03498, section 6.1, and the program
 * published with it): dense layers with weight normalisation and, in the discriminator, Gaussian noise before each of
 * them; in the generator batch normalisation. Pixels are from 0 to 1 inside the discriminator.
 */
public final class NoisyPerceptron {
    private static final double NOISE_AT_INPUT = 0.3;
    private static final double NOISE = 0.5;
    private static final double KEEPS_VARIANCE = Math.sqrt(2);

    private NoisyPerceptron() {}

    /** {@code [batch, latents]} to samples. */
    public static Network generator(Blueprint wanted) {
        requirePlain(wanted);
        List<Network> layers = new ArrayList<>();
        int width = wanted.latents();
        for (int units : wanted.hidden()) {
            layers.add(new Linear(width, units, false, wanted.initialisation()));
            layers.add(new BatchNormalisation(units));
            layers.add(wanted.activation().layer());
            width = units;
        }
        layers.add(new NormalisedLinear(width, wanted.sample().count(), 1));
        layers.addAll(wanted.output().layers());
        layers.addAll(wanted.sample().fromRow());
        return new Sequence(layers);
    }

    /** Samples to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        requirePlain(wanted);
        List<Network> layers = new ArrayList<>(wanted.sample().toRow());
        if (wanted.sample() instanceof SampleShape.Image) layers.add(Fixed.toUnitRange());
        layers.add(new GaussianNoise(NOISE_AT_INPUT));
        int width = wanted.sample().count();
        for (int i = 0; i < wanted.hidden().size(); i++) {
            int units = wanted.hidden().get(i);
            if (i > 0) layers.add(new GaussianNoise(NOISE));
            layers.add(new NormalisedLinear(width, units, KEEPS_VARIANCE));
            layers.add(wanted.activation().layer());
            width = units;
        }
        layers.addAll(wanted.comparison());
        layers.add(last(wanted.labels(), width + wanted.compared()));
        return new Sequence(layers);
    }

    /** With its noise, so that what is before the last layer is free of it. */
    private static Network last(Labels labels, int width) {
        boolean classes = labels.place() == Labels.Place.CLASSIFY;
        Network scores = new Sequence(
                List.of(new GaussianNoise(NOISE), new NormalisedLinear(width, classes ? labels.classes() : 1, 1)));
        return classes ? new ClassScore(scores) : scores;
    }

    private static void requirePlain(Blueprint wanted) {
        wanted.requirePlainScore("noisy-perceptron");
        Labels.Place place = wanted.labels().place();
        if (place != Labels.Place.NONE && place != Labels.Place.CLASSIFY)
            throw new IllegalArgumentException("noisy-perceptron has labels none or classify; use perceptron");
    }
}
