package io.github.gan4j.explore;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.metrics.ImageMeasure;
import io.github.gan4j.numbers.Statistics;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What a property becomes when samples are moved along a direction.
 *
 * @param distances how far, rising
 * @param measured the property, a row for each latent and a column for each distance
 */
public record DirectionEffect(double[] distances, double[][] measured) {
    /**
     * Moves latents and measures what is made of them.
     *
     * @param latents one after the other; best none of those that the direction was found from
     * @param make samples in [-1, 1] from latents, such as {@code generator::samples}
     */
    public static DirectionEffect of(
            Direction direction,
            double[] distances,
            float[] latents,
            UnaryOperator<float[]> make,
            ImageMeasure measure,
            SampleShape shape) {
        int size = direction.way().length;
        double[][] measured = new double[latents.length / size][];
        for (int i = 0; i < measured.length; i++) {
            float[] latent = Arrays.copyOfRange(latents, i * size, (i + 1) * size);
            measured[i] = measure.ofAll(make.apply(row(direction, distances, latent)), shape);
        }
        return new DirectionEffect(distances, measured);
    }

    /** One latent at every distance, one after the other. */
    public static float[] row(Direction direction, double[] distances, float[] latent) {
        float[] row = new float[distances.length * latent.length];
        for (int i = 0; i < distances.length; i++)
            System.arraycopy(direction.moved(latent, distances[i]), 0, row, i * latent.length, latent.length);
        return row;
    }

    /** The mean of the property at each distance. */
    public double[] means() {
        double[] means = new double[distances.length];
        for (double[] row : measured) for (int i = 0; i < means.length; i++) means[i] += row[i] / measured.length;
        return means;
    }

    /** The standard deviation of the property over the latents at each distance. */
    public double[] deviations() {
        double[] means = means();
        double[] sums = new double[means.length];
        for (double[] row : measured)
            for (int i = 0; i < means.length; i++) sums[i] += Math.pow(row[i] - means[i], 2) / measured.length;
        for (int i = 0; i < sums.length; i++) sums[i] = Math.sqrt(sums[i]);
        return sums;
    }

    /** Between distance and property, each sample taken about its own mean, so that only what moving does counts. */
    public double correlation() {
        double[] moved = new double[measured.length * distances.length];
        double[] became = new double[moved.length];
        for (int i = 0; i < measured.length; i++) {
            double own = Statistics.mean(measured[i]);
            for (int j = 0; j < distances.length; j++) {
                moved[i * distances.length + j] = distances[j];
                became[i * distances.length + j] = measured[i][j] - own;
            }
        }
        return Statistics.correlation(moved, became);
    }

    /** The share of samples that have more of the property at the last distance than at the first. */
    public double rising() {
        int rising = 0;
        for (double[] row : measured) if (row[row.length - 1] > row[0]) rising++;
        return rising / (double) measured.length;
    }
}
