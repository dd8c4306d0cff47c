package io.github.gan4j.checkup;

import io.github.gan4j.networks.Network;
import io.github.gan4j.tensor.Scope;

/** How large the weights of a network are. */
final class Norms {
    private Norms() {}

    /** The length of all learned numbers as one vector. */
    static double of(Network network) {
        try (Scope look = new Scope()) {
            return Scope.withoutGradients(() -> network.learned().norm()).value();
        }
    }
}
