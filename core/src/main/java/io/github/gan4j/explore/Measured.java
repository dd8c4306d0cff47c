package io.github.gan4j.explore;

import io.github.gan4j.metrics.ImageMeasure;
import io.github.gan4j.model.Synthesizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Latents and what was measured on the sample of each.
 *
 * @param latents one after the other, {@code [count, size]} flattened
 * @param size of one latent
 * @param values one for each latent
 */
public record Measured(float[] latents, int size, double[] values) {
    /** Where the seeds begin on which directions are fitted: others than people look at. */
    public static final long FIRST_SEED = 1_000_000;

    /** The latents of {@code count} seeds from {@code first} on, and what is measured on their samples. */
    public static Measured of(Synthesizer generator, long first, int count, ImageMeasure measure) {
        return of(generator, generator::samples, first, count, measure);
    }

    /** The same of samples that are made in another way, as those of one class. */
    public static Measured of(
            Synthesizer generator, UnaryOperator<float[]> make, long first, int count, ImageMeasure measure) {
        float[] latents = generator.latents().of(first, count);
        return new Measured(latents, generator.latents().size(), measure.ofAll(make.apply(latents), generator.shape()));
    }

    /** The direction in which the measure grows. */
    public Direction direction(Direction.Fit fit) {
        return Direction.of(latents, values, fit);
    }

    /** The latents with the {@code count} highest values, in descending order. */
    public List<float[]> most(int count) {
        return sorted(count, Comparator.comparingDouble(i -> -values[i]));
    }

    /** The latents with the {@code count} lowest values, in ascending order. */
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
