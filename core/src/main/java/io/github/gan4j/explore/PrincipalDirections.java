package io.github.gan4j.explore;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.numbers.Statistics;
import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        double[][] samples = smaller(generator.samples(latents), count, generator.shape());
        int size = latents.length / count, numbers = samples[0].length;
        int ways = Math.min(Math.min(wanted, size), numbers);
        double[] centred = Ridge.centred(samples), starts = new double[latents.length];
        for (int i = 0; i < starts.length; i++) starts[i] = latents[i];
        try (Scope scope = new Scope()) {
            Tensor rows = LinearAlgebra.of(centred, count, numbers);
            Tensor vectors = LinearAlgebra.eigenvectors(LinearAlgebra.product(LinearAlgebra.transposed(rows), rows));
            Tensor places =
                    LinearAlgebra.transposed(LinearAlgebra.product(rows, vectors.narrowed(1, numbers - ways, ways)));
            double[] found =
                    LinearAlgebra.toDoubles(LinearAlgebra.product(places, LinearAlgebra.of(starts, count, size)));
            double[] along = LinearAlgebra.toDoubles(places);
            return of(ways, found, along, Statistics.dot(centred, centred));
        }
    }

    /** @param found the ways, not yet of length 1, and {@code along} the samples' places; the last has most variance */
    private static PrincipalDirections of(int ways, double[] found, double[] along, double all) {
        int size = found.length / ways, count = along.length / ways;
        List<float[]> units = new ArrayList<>();
        double[] shares = new double[ways];
        for (int k = 0; k < ways; k++) {
            int from = ways - 1 - k;
            units.add(unit(Arrays.copyOfRange(found, from * size, (from + 1) * size)));
            double[] places = Arrays.copyOfRange(along, from * count, (from + 1) * count);
            shares[k] = all > 0 ? Statistics.dot(places, places) / all : 0;
        }
        return new PrincipalDirections(units, shares);
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

    /** Of length 1, and with a sign that makes the largest number positive, since components have none. */
    private static float[] unit(double[] way) {
        double length = Math.max(1e-12, Math.sqrt(Statistics.dot(way, way))), largest = 0;
        for (double number : way) if (Math.abs(number) > Math.abs(largest)) largest = number;
        float[] unit = new float[way.length];
        for (int j = 0; j < way.length; j++) unit[j] = (float) (way[j] / length * Math.copySign(1, largest));
        return unit;
    }
}
