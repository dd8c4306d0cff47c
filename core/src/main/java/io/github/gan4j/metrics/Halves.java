package io.github.gan4j.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Two random disjoint parts of the reals, equally large. What a metric says of them is its floor: no generator can be
 * expected to be better. Distances are biased upwards at small counts, so the floor of a score from n samples of each
 * kind needs parts of n.
 */
public record Halves(Features first, Features second) {
    /** Half of the rows each, one left out where they are odd. */
    public static Halves of(Features reals, long seed) {
        return of(reals, reals.count() / 2, seed);
    }

    /** @throws IllegalArgumentException when there are not twice as many rows */
    public static Halves of(Features reals, int size, long seed) {
        if (size < 1 || size > reals.count() / 2)
            throw new IllegalArgumentException("two parts of the " + reals.count() + " real samples have between 1 and "
                    + reals.count() / 2 + " each, not " + size);
        int[] order = Order.shuffled(reals.count(), seed);
        return new Halves(
                reals.rows(Arrays.copyOfRange(order, 0, size)), reals.rows(Arrays.copyOfRange(order, size, 2 * size)));
    }

    /** What the metric says of the halves, the second taken as fakes. */
    public Score floor(BiFunction<Features, Features, Score> metric) {
        return metric.apply(first, second).withNote("floor: two halves of the reals");
    }

    /** The same for a metric that has several scores. */
    public List<Score> floors(BiFunction<Features, Features, List<Score>> metric) {
        return metric.apply(first, second).stream()
                .map(score -> score.withNote("floor: two halves of the reals"))
                .toList();
    }
}
