package io.github.gan4j.metrics;

import io.github.gan4j.numbers.Statistics;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The interval of a score from its values without one block of samples each (Quenouille 1956, Tukey 1958). A bootstrap
 * draws some samples twice, which distances between sets see as a difference: it would sit too high. Leaving blocks out
 * does not, since every value comes from distinct samples and all from equally many.
 */
final class Jackknife {
    static final int BLOCKS = 20;

    private Jackknife() {}

    /**
     * @param without the score without block 0, 1, …; where it has two sets, one block of each is left out at a time, so
     *     that the luck of both is in it
     */
    static ConfidenceInterval around(double value, int blocks, IntToDoubleFunction without) {
        double[] values = IntStream.range(0, blocks).mapToDouble(without).toArray();
        double error = Math.sqrt(Statistics.squaredDeviations(values) * (blocks - 1) / blocks);
        return ConfidenceInterval.around(value, error, blocks - 1, "jackknife, " + blocks + " blocks");
    }

    /** Whether a number of samples fills the blocks with at least two each. */
    static boolean affordable(int count) {
        return count >= 2 * BLOCKS;
    }
}
