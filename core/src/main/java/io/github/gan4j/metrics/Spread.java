package io.github.gan4j.metrics;

import io.github.gan4j.numbers.Statistics;

/**
 * How wide samples lie, against the reals: the root of the ratio of their total variances. 1 where they are as wide, 0
 * where all are one point. It lies where a generator misses modes but keeps the outermost ones.
 */
public record Spread(double ratio) {
    /** Below this share of the width of the reals samples count as collapsed. */
    public static final double COLLAPSED = 0.5;

    public Spread {
        if (!(ratio >= 0)) throw new IllegalArgumentException("a spread is at least 0, got " + ratio);
    }

    /**
     * The spread of samples against reals whose deviations along each axis are known.
     *
     * @throws IllegalArgumentException when there are fewer than 2 samples, or the reals have another width
     */
    public static Spread of(Features samples, double[] deviations) {
        if (samples.count() < 2 || samples.width() != deviations.length)
            throw new IllegalArgumentException("a spread needs 2 samples or more of " + deviations.length
                    + " numbers, got " + samples.count() + " of " + samples.width());
        double made = 0, real = 0;
        for (int axis = 0; axis < deviations.length; axis++) {
            made += Statistics.variance(samples.column(axis));
            real += deviations[axis] * deviations[axis];
        }
        return new Spread(Math.sqrt(made / real));
    }

    /** Whether the samples cluster too tightly: they are less than half as wide as the reals. */
    public boolean collapsed() {
        return ratio < COLLAPSED;
    }
}
