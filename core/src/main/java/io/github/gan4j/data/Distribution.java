package io.github.gan4j.data;

import java.util.ArrayList;
import java.util.List;

/** A distribution of points on a line or in a plane whose density is known, so that a generator can be judged exactly. */
public sealed interface Distribution permits Mixture, Spiral {
    /** 1 or 2. */
    int dimensions();

    /** The point at a position of a seed's endless order. */
    double[] sample(long seed, long position);

    /** The exact density at a point; it integrates to 1. */
    double density(double... point);

    /**
     * The exact probability of the box between two corners, which may lie at infinity.
     *
     * @param low {@code dimensions()} numbers
     * @param high {@code dimensions()} numbers
     */
    double probability(double[] low, double[] high);

    /** The centres of its modes, {@code dimensions()} numbers each; empty when it has none, like a curve. */
    List<double[]> modes();

    /** Standard deviation along each axis around a mode or curve. */
    double spread();

    /** The exact mean, one number per axis. */
    double[] mean();

    /** The exact standard deviation of the whole, one number per axis. */
    double[] std();

    /** One line for people. */
    String describe();

    /** Endless unlabelled points of this distribution. */
    default Samples samples(long seed) {
        return new DistributionSamples(this, seed);
    }

    /** The normal distribution on a line. */
    static Distribution normal(double mean, double std) {
        return new Mixture("normal", List.of(new double[] {mean}), std);
    }

    /** Normal distributions of equal weight on a line, {@code spacing} apart, centred on 0. */
    static Distribution mixture(int modes, double spacing, double std) {
        List<double[]> centres = new ArrayList<>();
        for (int i = 0; i < modes; i++) centres.add(new double[] {spacing * (i - (modes - 1) / 2.0)});
        return new Mixture("mixture", centres, std);
    }

    /** Normal distributions at equal angles 2πi/modes on a circle, the first at angle 0; commonly 8, 1, 0.01. */
    static Distribution ring(int modes, double radius, double std) {
        List<double[]> centres = new ArrayList<>();
        for (int i = 0; i < modes; i++) {
            double angle = 2 * Math.PI * i / modes;
            centres.add(new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)});
        }
        return new Mixture("ring", centres, std);
    }

    /** {@code side * side} normal distributions on a square lattice centred on 0; commonly 5, 2, 0.05. */
    static Distribution grid(int side, double spacing, double std) {
        List<double[]> centres = new ArrayList<>();
        for (int x = 0; x < side; x++)
            for (int y = 0; y < side; y++)
                centres.add(new double[] {spacing * (x - (side - 1) / 2.0), spacing * (y - (side - 1) / 2.0)});
        return new Mixture("grid", centres, std);
    }

    /** A spiral of Archimedes from the origin out to {@code radius}, blurred; see {@link Spiral}. */
    static Distribution spiral(double turns, double radius, double std) {
        return new Spiral(turns, radius, std);
    }
}
