package io.github.gan4j.explore;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.model.Synthesizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The ways in latents along which samples vary most: principal components of samples, carried over to latents by
 * regression (GANSpace: Härkönen et al. 2020, arXiv:2004.02546, section 2.2, with the samples themselves, made smaller,
 * in the place of a layer's activations).
 *
 * @param ways unit vectors {@code [size]}, the one with most variance first
 * @param shares of the samples' variance that the component of each way has, from 0 to 1
 */
public record PrincipalDirections(List<float[]> ways, double[] shares) {
    private static final long FIRST_SEED = 5_000_000;
    private static final int MOST_NUMBERS = 1024;
    private static final int TURNS = 25;

    /**
     * @param count samples to look at, at least ten for each way
     * @param wanted ways, at least one; fewer come back where latents have fewer numbers
     * @throws IllegalArgumentException when a number is out of its range
     */
    public static PrincipalDirections of(Synthesizer generator, int count, int wanted) {
        if (wanted < 1 || count < 10 * wanted)
            throw new IllegalArgumentException(
                    "ways must be at least 1 and samples ten times as many, got " + wanted + " and " + count);
        float[] latents = generator.latents().of(FIRST_SEED, count);
        int size = latents.length / count;
        int ways = Math.min(wanted, size);
        double[][] rows = centred(smaller(generator.samples(latents), count, generator.shape()));
        double[][] components = components(rows, ways);
        List<float[]> found = new ArrayList<>();
        double[] shares = new double[ways];
        double all = 0;
        for (double[] row : rows) all += dot(row, row);
        for (int k = 0; k < ways; k++) {
            double[] way = new double[size];
            double squares = 0;
            for (int i = 0; i < count; i++) {
                double at = dot(rows[i], components[k]);
                squares += at * at;
                for (int j = 0; j < size; j++) way[j] += at * latents[i * size + j];
            }
            shares[k] = all > 0 ? squares / all : 0;
            found.add(unit(way));
        }
        return new PrincipalDirections(found, shares);
    }

    /** Means of square blocks of pixels, so small that there are at most about a thousand numbers a sample. */
    private static double[][] smaller(float[] samples, int count, SampleShape shape) {
        int block = 1;
        while (shape.size() / (block * block) > MOST_NUMBERS) block *= 2;
        int height = Math.max(1, shape.height() / block), width = Math.max(1, shape.width() / block);
        double[][] rows = new double[count][shape.channels() * height * width];
        for (int i = 0; i < count; i++)
            for (int c = 0; c < shape.channels(); c++)
                for (int y = 0; y < height * block; y++)
                    for (int x = 0; x < width * block; x++)
                        rows[i][(c * height + y / block) * width + x / block] +=
                                samples[((i * shape.channels() + c) * shape.height() + y) * shape.width() + x];
        return rows;
    }

    private static double[][] centred(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) for (int j = 0; j < mean.length; j++) mean[j] += row[j] / rows.length;
        for (double[] row : rows) for (int j = 0; j < mean.length; j++) row[j] -= mean[j];
        return rows;
    }

    /** The first principal components, by orthogonal iteration from fixed random vectors. */
    private static double[][] components(double[][] rows, int wanted) {
        Random random = new Random(1);
        double[][] found = new double[wanted][rows[0].length];
        for (double[] one : found) for (int j = 0; j < one.length; j++) one[j] = random.nextGaussian();
        orthonormal(found);
        for (int turn = 0; turn < TURNS; turn++) {
            double[][] next = new double[wanted][rows[0].length];
            for (double[] row : rows)
                for (int k = 0; k < wanted; k++) {
                    double at = dot(row, found[k]);
                    for (int j = 0; j < row.length; j++) next[k][j] += at * row[j];
                }
            orthonormal(next);
            found = next;
        }
        return found;
    }

    private static void orthonormal(double[][] vectors) {
        for (int k = 0; k < vectors.length; k++) {
            for (int before = 0; before < k; before++) {
                double along = dot(vectors[k], vectors[before]);
                for (int j = 0; j < vectors[k].length; j++) vectors[k][j] -= along * vectors[before][j];
            }
            double length = Math.sqrt(dot(vectors[k], vectors[k]));
            for (int j = 0; j < vectors[k].length; j++) vectors[k][j] = length > 1e-12 ? vectors[k][j] / length : 0;
        }
    }

    private static float[] unit(double[] way) {
        double length = Math.max(1e-12, Math.sqrt(dot(way, way)));
        float[] unit = new float[way.length];
        for (int j = 0; j < way.length; j++) unit[j] = (float) (way[j] / length);
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
