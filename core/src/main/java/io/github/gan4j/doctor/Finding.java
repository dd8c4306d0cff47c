package io.github.gan4j.doctor;

import java.util.List;

/**
 * How strongly a stretch of a training speaks for an illness.
 *
 * @param strength from 1 on it is that; an illness that is there stays until the strength is below 0.75, so that numbers
 *     near a limit do not make it come and go
 * @param evidence what the strength was made of
 */
record Finding(double strength, List<Evidence> evidence) {
    private static final double STAYS = 0.75;

    Finding {
        evidence = List.copyOf(evidence);
    }

    /** How far a number has come on the way from what is normal to what is ill. */
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
