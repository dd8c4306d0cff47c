package io.github.gan4j.metrics;

import java.util.Arrays;

/**
 * For each sample the training samples that are most like it, in pixels or features: what a picture of possible
 * memorisation shows.
 *
 * @param indices rows of the training set, nearest first, {@code k} per sample; of equally near ones the first
 * @param distances Euclidean, in the features' unit
 */
public record NearestNeighbours(int k, int[] indices, double[] distances) {
    /** @throws IllegalArgumentException when k is not between 1 and the number of training samples, or the widths differ */
    public static NearestNeighbours of(Features samples, Features training, int k) {
        if (k < 1 || k > training.count())
            throw new IllegalArgumentException(
                    "k must be between 1 and the " + training.count() + " training samples, got " + k);
        int[] indices = new int[Math.multiplyExact(samples.count(), k)];
        double[] distances = new double[indices.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        DistanceBlocks.forEach(samples, training, (first, rows, squared) -> {
            for (int row = 0; row < rows; row++)
                search(squared, row * training.count(), training.count(), indices, distances, (first + row) * k, k);
        });
        for (int i = 0; i < distances.length; i++) distances[i] = Math.sqrt(distances[i]);
        return new NearestNeighbours(k, indices, distances);
    }

    /** The row of the training set that is the n-th nearest to a sample, counted from 0. */
    public int index(int sample, int n) {
        return indices[sample * k + n];
    }

    private static void search(double[] from, int at, int count, int[] indices, double[] squares, int start, int k) {
        int end = start + k - 1;
        for (int i = 0; i < count; i++) {
            double square = from[at + i];
            if (square >= squares[end]) continue;
            int place = end;
            for (; place > start && squares[place - 1] > square; place--) {
                squares[place] = squares[place - 1];
                indices[place] = indices[place - 1];
            }
            squares[place] = square;
            indices[place] = i;
        }
    }
}
