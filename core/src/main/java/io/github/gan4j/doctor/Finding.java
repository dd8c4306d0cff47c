package io.github.gan4j.doctor;

import java.util.List;

/**
 * The strength of an illness within a window of training.
 *
 * @param strength present from 1 upwards; hysteresis keeps it until it falls below 0.75, so that it does not flicker at the
 *     limit
 * @param evidence the numbers behind the strength
 */
record Finding(double strength, List<Evidence> evidence) {
    private static final double STAYS = 0.75;

    Finding {
        evidence = List.copyOf(evidence);
    }

    /** The position of a value on the way from normal, 0, to ill, 1. */
    static double way(double value, double normal, double ill) {
        return (value - normal) / (ill - normal);
    }

    boolean begins() {
        return strength >= 1;
    }

    boolean stays() {
        return strength >= STAYS;
    }
}
