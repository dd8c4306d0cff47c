package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a discriminator: comparisons within the batch, the score, and what comes out beside it. */
record Head(
        Conditioning conditioning,
        boolean minibatchDeviation,
        Optional<MinibatchDiscrimination.Kernels> minibatch,
        int generators) {

    static Head of(DiscriminatorArchitecture architecture, DiscriminatorTask task) {
        return new Head(
                new Conditioning(architecture.labels(), architecture.labels() == Labels.NONE ? 0 : task.classes()),
                architecture.minibatchDeviation(),
                architecture.minibatch(),
                task.generators());
    }

    /** The layers that compare a sample with its batch, before those that end in a score. */
    List<Network> comparison() {
        return minibatchDeviation ? List.of(new MinibatchDeviation()) : List.of();
    }

    /** How many numbers or maps {@link #comparison} adds. */
    int compared() {
        return minibatchDeviation ? 1 : 0;
    }

    /** {@code [batch, features]} to scores {@code [batch, 1]}. */
    Network score(int features, boolean withBias, Initialisation first) {
        List<Network> layers = new ArrayList<>();
        minibatch.ifPresent(kernels -> layers.add(new MinibatchDiscrimination(features, kernels)));
        int seen = features
                + minibatch.map(MinibatchDiscrimination.Kernels::kernels).orElse(0);
        Network score = plain(seen, withBias, first);
        layers.add(generators == 0 ? score : new OriginScore(score, seen, generators, first));
        return layers.size() == 1 ? layers.get(0) : new Sequence(layers);
    }

    private Network plain(int features, boolean withBias, Initialisation first) {
        int classes = conditioning.classes();
        return switch (conditioning.labels()) {
            case PROJECTION -> new ProjectedScore(features, classes, withBias, first);
            case CLASSIFY -> new ClassScore(new Linear(features, classes, withBias, first));
            default -> new Linear(features, 1, withBias, first);
        };
    }
}
