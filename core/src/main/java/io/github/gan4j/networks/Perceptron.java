package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/** Layers in which every unit sees all of the layer before; the generator and discriminator of Goodfellow et al. 2014 (arXiv:1406.2661). */
public final class Perceptron {
    private Perceptron() {}

    /** {@code [batch, inputs]} to {@code [batch, outputs]}, with the activation after every layer but the last. */
    public static Network of(
            int inputs, List<Integer> hidden, int outputs, Activation activation, Initialisation initialisation) {
        List<Network> layers = new ArrayList<>();
        int width = inputs;
        for (int units : hidden) {
            layers.add(new Linear(width, units, initialisation));
            layers.add(activation.layer());
            width = units;
        }
        layers.add(new Linear(width, outputs, initialisation));
        return new Sequence(layers);
    }

    /** {@code [batch, latents]} to samples. */
    public static Network generator(Blueprint wanted) {
        List<Network> layers = new ArrayList<>();
        layers.add(of(
                wanted.latents(),
                wanted.hidden(),
                wanted.sample().count(),
                wanted.activation(),
                wanted.initialisation()));
        layers.addAll(wanted.sample().fromRow());
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    /** Samples to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        List<Network> layers = new ArrayList<>(wanted.sample().toRow());
        layers.add(of(wanted.sample().count(), wanted.hidden(), 1, wanted.activation(), wanted.initialisation()));
        return new Sequence(layers);
    }
}
