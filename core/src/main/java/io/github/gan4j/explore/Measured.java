package io.github.gan4j.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Latents and what was measured on the sample of each.
 *
 * @param latents one after the other, {@code [count, size]} flattened
 * @param size of one latent
 * @param values one for each latent
 */
public record Measured(float[] latents, int size, double[] values) {
    /** The direction in which the measure grows. */
    public Direction direction(Direction.Fit fit) {
        return Direction.of(latents, values, fit);
    }

    /** The latents of the so many highest values, the highest first. */
    public List<float[]> most(int count) {
        return sorted(count, Comparator.comparingDouble(i -> -values[i]));
    }

    /** The latents of the so many lowest values, the lowest first. */
    public List<float[]> least(int count) {
        return sorted(count, Comparator.comparingDouble(i -> values[i]));
    }

    private List<float[]> sorted(int count, Comparator<Integer> order) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(order)
                .limit(count)
                .map(i -> Arrays.copyOfRange(latents, i * size, (i + 1) * size))
                .toList();
    }
}
