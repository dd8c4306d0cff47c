package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

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
        layers.add(inner(
                wanted,
                wanted.latents(),
                List.of(),
                width -> new Linear(width, wanted.sample().count(), wanted.initialisation())));
        layers.addAll(wanted.sample().fromRow());
        layers.addAll(wanted.output().layers());
        return new Sequence(layers);
    }

    /** Samples to scores {@code [batch, 1]}. */
    public static Network discriminator(Blueprint wanted) {
        List<Network> layers = new ArrayList<>(wanted.sample().toRow());
        layers.add(inner(
                wanted,
                wanted.sample().count(),
                wanted.comparison(),
                width -> wanted.score(width + wanted.compared(), true, wanted.initialisation())));
        return new Sequence(layers);
    }

    /** As {@link #of}, with labels beside the input of those layers that are told, and a last layer of its own. */
    private static Network inner(Blueprint wanted, int inputs, List<Network> beforeLast, IntFunction<Network> last) {
        Labels labels = wanted.labels();
        List<Network> layers = new ArrayList<>(labels.joinedAtInput());
        int width = inputs + labels.atInput();
        for (int units : wanted.hidden()) {
            layers.add(new Linear(width, units, wanted.initialisation()));
            layers.add(wanted.activation().layer());
            layers.addAll(labels.joinedAtLayer());
            width = units + labels.atLayer();
        }
        layers.addAll(beforeLast);
        layers.add(last.apply(width));
        return new Sequence(layers);
    }
}
