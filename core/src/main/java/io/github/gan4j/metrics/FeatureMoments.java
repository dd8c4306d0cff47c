package io.github.gan4j.metrics;

/**
 * Mean and covariance of features: all that the Fréchet distance knows of them, small enough to be kept.
 *
 * @param count from how many rows
 * @param mean {@code width} numbers
 * @param covariance {@code width x width} numbers, row after row, divided by {@code count - 1}
 */
public record FeatureMoments(int count, int width, double[] mean, double[] covariance) {
    /** @throws IllegalArgumentException when there are fewer than two rows or the sizes do not fit */
    public FeatureMoments {
        if (count < 2) throw new IllegalArgumentException("a covariance needs at least 2 samples, not " + count);
        if (mean.length != width || covariance.length != (long) width * width)
            throw new IllegalArgumentException("moments of width " + width + " need " + width + " and "
                    + (long) width * width + " numbers, not " + mean.length + " and " + covariance.length);
    }

    public static FeatureMoments of(Features features) {
        return MomentSums.of(features, MomentSums.mean(features)).moments();
    }

    @Override
    public String toString() {
        return "moments of " + count + " rows of " + width + " features";
    }
}
