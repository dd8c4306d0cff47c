package io.github.gan4j.metrics;

import io.github.gan4j.numbers.Statistics;
import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The squared maximum mean discrepancy of two sets of features with the kernel (x·y/width + 1)³, unbiased (Bińkowski et
 * al. 2018, arXiv 1801.01401, section 4; with Inception's features it is the KID). Around 0 for equal distributions,
 * sometimes below it, without an upper end; lower is better. Its expectation does not depend on the counts, which makes
 * it the distance for small sets.
 *
 * <p>The value is the mean over disjoint blocks of rows in random order. They are independent, so their deviation is an
 * honest one; the deviation over overlapping subsets that is often printed is too small.
 */
public final class KernelDistance {
    private static final int LARGEST_BLOCK = 1000;

    private KernelDistance() {}

    /** Ten blocks, or more where they would be above 1000 rows. */
    public static Score of(Features reals, Features fakes, long seed) {
        int count = Math.min(reals.count(), fakes.count());
        return of(reals, fakes, Math.min(LARGEST_BLOCK, Math.max(2, count / 10)), seed);
    }

    /**
     * @param blockSize rows of each kind in one block, at least 2
     * @throws IllegalArgumentException when a block does not fit into the samples or the widths differ
     */
    public static Score of(Features reals, Features fakes, int blockSize, long seed) {
        reals.requireSameWidth(fakes);
        int count = Math.min(reals.count(), fakes.count());
        if (blockSize < 2 || blockSize > count)
            throw new IllegalArgumentException("a block of the kernel distance must have between 2 and the " + count
                    + " samples of each kind, got " + blockSize);
        int blocks = count / blockSize;
        int[] realOrder = RandomOrder.shuffled(reals.count(), seed);
        int[] fakeOrder = RandomOrder.shuffled(fakes.count(), seed + 1);
        double[] values = IntStream.range(0, blocks)
                .mapToDouble(block -> between(
                        reals.rows(rows(realOrder, block, blockSize)), fakes.rows(rows(fakeOrder, block, blockSize))))
                .toArray();
        double mean = Statistics.mean(values);
        Score score = Score.of("kernel-distance", mean, Better.LOWER, reals.count(), fakes.count());
        if (blocks < 5) return score.withNote("no interval: needs 5 blocks, there are " + blocks);
        ConfidenceInterval interval = ConfidenceInterval.ofMean(values, blocks + " independent blocks of " + blockSize);
        return score.with(interval)
                .withNote(String.format(
                        Locale.ROOT,
                        "standard deviation of a block of %d: %.3g",
                        blockSize,
                        Math.sqrt(Statistics.variance(values))));
    }

    /** The unbiased estimate from all rows at once, without an interval; at least 2 rows of each kind. */
    public static double between(Features reals, Features fakes) {
        reals.requireSameWidth(fakes);
        if (Math.min(reals.count(), fakes.count()) < 2)
            throw new IllegalArgumentException("the kernel distance needs at least 2 samples of each kind, got "
                    + reals.count() + " and " + fakes.count());
        double m = reals.count();
        double n = fakes.count();
        return (sum(reals, reals) - diagonal(reals)) / (m * (m - 1))
                + (sum(fakes, fakes) - diagonal(fakes)) / (n * (n - 1))
                - 2 * sum(reals, fakes) / (m * n);
    }

    private static int[] rows(int[] order, int block, int size) {
        return Arrays.copyOfRange(order, block * size, (block + 1) * size);
    }

    /** The kernel over all pairs of rows, a bounded part of them at a time. */
    private static double sum(Features left, Features right) {
        double sum = 0;
        int rows = Math.max(1, DistanceBlocks.NUMBERS_AT_ONCE / right.count());
        double[] origin = new double[left.width()];
        try (Scope all = new Scope()) {
            Tensor columns = LinearAlgebra.transposed(LinearAlgebra.of(
                    MomentSums.centred(right, 0, right.count(), origin), right.count(), right.width()));
            for (int from = 0; from < left.count(); from += rows)
                try (Scope scope = new Scope()) {
                    int to = Math.min(left.count(), from + rows);
                    Tensor block =
                            LinearAlgebra.of(MomentSums.centred(left, from, to, origin), to - from, left.width());
                    Tensor base = LinearAlgebra.product(block, columns)
                            .times(1.0 / left.width())
                            .plus(1);
                    sum += LinearAlgebra.toDoubles(base.squared().times(base).sum())[0];
                }
        }
        return sum;
    }

    private static double diagonal(Features features) {
        double sum = 0;
        for (int row = 0; row < features.count(); row++) {
            double square = 0;
            for (int column = 0; column < features.width(); column++) {
                double number = features.at(row, column);
                square += number * number;
            }
            double base = square / features.width() + 1;
            sum += base * base * base;
        }
        return sum;
    }
}
