package io.github.gan4j.metrics;

import io.github.gan4j.numbers.ShareInterval;
import io.github.gan4j.numbers.Statistics;
import java.util.Locale;

/**
 * Where a score would lie in 95 of 100 evaluations with other samples, by the named method. It tells the luck of the
 * draw, not the bias that some metrics have at small counts; each metric says which it has.
 */
public record ConfidenceInterval(double low, double high, String method) {
    /** Student's 97.5 % points of 1, 2, 3 and 4 degrees of freedom, where the expansion is too narrow. */
    private static final double[] FEW = {12.706205, 4.302653, 3.182446, 2.776445};

    /** @throws IllegalArgumentException when the ends are not in order */
    public ConfidenceInterval {
        if (!(low <= high))
            throw new IllegalArgumentException("an interval's ends must be in order, got " + low + " and " + high);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether the two have a value in common. */
    public boolean overlaps(ConfidenceInterval other) {
        return low <= other.high && other.low <= high;
    }

    /** Student's interval around a value whose standard error was estimated with a number of degrees of freedom. */
    static ConfidenceInterval around(double value, double error, int degrees, String method) {
        double half = student(degrees) * error;
        return new ConfidenceInterval(value - half, value + half, method);
    }

    /** Student's interval around the mean of independent numbers, at least two. */
    public static ConfidenceInterval ofMean(double[] numbers, String method) {
        double error = Math.sqrt(Statistics.variance(numbers) / numbers.length);
        return around(Statistics.mean(numbers), error, numbers.length - 1, method);
    }

    /** Wilson's score interval of a share. */
    static ConfidenceInterval ofShare(long hits, long count, String method) {
        ShareInterval share = ShareInterval.of(hits, count);
        return new ConfidenceInterval(share.low(), share.high(), method);
    }

    /** The same, cut off where the score cannot be. */
    ConfidenceInterval within(double least, double most) {
        return new ConfidenceInterval(
                Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)), method);
    }

    /** The 97.5 % point of Student's distribution, from 5 degrees on by its expansion (Fisher and Cornish 1960). */
    static double student(int degrees) {
        if (degrees <= FEW.length) return FEW[degrees - 1];
        double z = ShareInterval.NORMAL;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double n = degrees;
        return z
                + (z3 + z) / (4 * n)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n)
                + (79 * z7 * z * z + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * n * n * n * n);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g to %.4g", low, high);
    }
}
