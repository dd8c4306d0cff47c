package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import java.util.Optional;

/**
 * Samples on a line in numbers. Curves have a height for each of many places, the middles of cells of equal width; a
 * negative height stands for none.
 *
 * @param left end of the line
 * @param right end of the line
 * @param density of the data; empty where it is not known
 * @param bars of the histogram of samples, as a density
 * @param ideal curve of the optimal discriminator, p_data / (p_data + p_generated) (Goodfellow et al. 2014,
 *     arXiv:1406.2661, proposition 1); empty where the density is not known
 * @param curve of the discriminator, from 0 to 1
 */
public record LineNumbers(
        double left, double right, double[] density, double[] bars, double[] ideal, Optional<double[]> curve) {
    private static final int BINS = 80;

    /** Those of some samples, without a discriminator. */
    public static LineNumbers of(double left, double right, int places, Optional<Distribution> data, float[] samples) {
        double[] bars = histogram(left, right, samples);
        double[] density = new double[data.isPresent() ? places : 0], ideal = new double[density.length];
        for (int i = 0; i < density.length; i++) {
            double real = data.get().density(place(left, right, i, places)), fake = bars[i * BINS / places];
            density[i] = real;
            ideal[i] = real + fake == 0 ? -1 : real / (real + fake);
        }
        return new LineNumbers(left, right, density, bars, ideal, Optional.empty());
    }

    LineNumbers with(double[] curve) {
        return new LineNumbers(left, right, density, bars, ideal, Optional.of(curve));
    }

    static double place(double left, double right, int place, int places) {
        return left + (right - left) * (place + 0.5) / places;
    }

    private static double[] histogram(double left, double right, float[] samples) {
        double[] heights = new double[BINS];
        double width = (right - left) / BINS;
        for (float sample : samples) {
            int bin = (int) Math.floor((sample - left) / width);
            if (bin >= 0 && bin < BINS) heights[bin] += 1 / (samples.length * width);
        }
        return heights;
    }
}
