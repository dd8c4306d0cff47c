package io.github.gan4j.data;

import io.github.gan4j.numbers.NormalDistribution;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A spiral of Archimedes from the origin out to {@code radius} with a round normal blur of standard deviation {@code
 * spread}: at a share t of the way, t being the square root of a uniform number (so that the inner turns are not
 * crowded), the curve stands at radius·t in direction 2π·turns·t.
 *
 * <p>Density and moments are integrals over t without a closed form. They are taken by the eight-point Gauss-Legendre rule
 * on pieces of curve shorter than the spread, which leaves nothing but rounding errors (about 1e-14).
 */
public record Spiral(double turns, double radius, double spread) implements Distribution {
    private static final int MOST_PIECES = 1_000_000;
    private static final double[] NODES = {
        0.18343464249564980494, 0.52553240991632898582, 0.79666647741362673959, 0.96028985649753623168
    };
    private static final double[] WEIGHTS = {
        0.36268378337836198297, 0.31370664587788728734, 0.22238103445337447054, 0.10122853629037625915
    };

    /** @throws IllegalArgumentException when a number is not positive or the spread is too small for the curve's length */
    public Spiral {
        if (!(turns > 0) || !(radius > 0) || !(spread > 0))
            throw new IllegalArgumentException("the turns, radius and std of a spiral must be above 0, not " + turns
                    + ", " + radius + ", " + spread);
        if (!(longestStep(turns, radius) / spread < MOST_PIECES))
            throw new IllegalArgumentException(
                    "the std of a spiral is too small for " + turns + " turns of radius " + radius + ": " + spread);
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public double[] sample(long seed, long position) {
        Draws draws = Draws.at(seed, position);
        double t = Math.sqrt(draws.uniform());
        return new double[] {x(t) + spread * draws.normal(), y(t) + spread * draws.normal()};
    }

    @Override
    public double density(double... point) {
        if (point.length != 2)
            throw new IllegalArgumentException("a point of a spiral has 2 numbers, not " + point.length);
        double variance = spread * spread;
        return alongCurve(t -> {
                    double dx = point[0] - x(t);
                    double dy = point[1] - y(t);
                    return Math.exp(-(dx * dx + dy * dy) / (2 * variance));
                })
                / (2 * Math.PI * variance);
    }

    @Override
    public double probability(double[] low, double[] high) {
        return alongCurve(t -> {
            double x = x(t);
            double share = NormalDistribution.between((low[0] - x) / spread, (high[0] - x) / spread);
            if (share == 0) return 0;
            double y = y(t);
            return share * NormalDistribution.between((low[1] - y) / spread, (high[1] - y) / spread);
        });
    }

    @Override
    public List<double[]> modes() {
        return List.of();
    }

    @Override
    public double[] mean() {
        return new double[] {alongCurve(this::x), alongCurve(this::y)};
    }

    @Override
    public double[] std() {
        double[] mean = mean();
        double x = alongCurve(t -> Math.pow(x(t) - mean[0], 2));
        double y = alongCurve(t -> Math.pow(y(t) - mean[1], 2));
        return new double[] {Math.sqrt(x + spread * spread), Math.sqrt(y + spread * spread)};
    }

    @Override
    public String describe() {
        return String.format(Locale.ROOT, "spiral of %s turns, radius %s, std %s", turns, radius, spread);
    }

    private double x(double t) {
        return radius * t * StrictMath.cos(2 * Math.PI * turns * t);
    }

    private double y(double t) {
        return radius * t * StrictMath.sin(2 * Math.PI * turns * t);
    }

    /** The expectation of a function of t, whose density is 2t. */
    private double alongCurve(DoubleUnaryOperator function) {
        int pieces = (int) Math.ceil(longestStep(turns, radius) / spread);
        double half = 0.5 / pieces;
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double middle = (2 * piece + 1) * half;
            for (int i = 0; i < NODES.length; i++) {
                double left = middle - half * NODES[i];
                double right = middle + half * NODES[i];
                sum += WEIGHTS[i]
                        * half
                        * 2
                        * (left * function.applyAsDouble(left) + right * function.applyAsDouble(right));
            }
        }
        return sum;
    }

    /** An upper bound of the curve's length per unit of t. */
    private static double longestStep(double turns, double radius) {
        return radius * Math.hypot(1, 2 * Math.PI * turns);
    }
}
