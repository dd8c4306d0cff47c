package io.github.gan4j.metrics;

import io.github.gan4j.settings.Check;
import java.util.BitSet;
import java.util.List;

/**
 * Precision, the share of fakes within the neighbourhoods of the reals, and recall, the share of reals within those of
 * the fakes (Kynkäänniemi et al. 2019, arXiv 1904.06991, eq. 1 and 2; k = 3 there). Both from 0 to 1, higher is better;
 * two sets of the same distribution are well below 1, the more so the wider the features, and both depend on the counts.
 *
 * <p>One outlier among the reals makes a large ball and lets many bad fakes count as precise; {@link DensityCoverage}
 * is not fooled by that.
 *
 * @param precise how many fakes lie in a ball of a real
 * @param recalled how many reals lie in a ball of a fake
 */
public record PrecisionRecall(int k, int reals, int fakes, int precise, int recalled) {
    public static final int K = 3;
    private static final String METHOD = "Wilson, with the neighbourhoods held fixed";

    public static PrecisionRecall of(Features reals, Features fakes, int k) {
        reals.requireSameWidth(fakes);
        return of(Neighbourhoods.of(reals, k), Neighbourhoods.of(fakes, k), k);
    }

    /**
     * The same with neighbourhoods that are there already.
     *
     * @throws IllegalArgumentException when they do not know the k-th neighbour
     */
    public static PrecisionRecall of(Neighbourhoods reals, Neighbourhoods fakes, int k) {
        Check.between("k", k, 1, Math.min(reals.most(), fakes.most()));
        int columns = fakes.points().count();
        BitSet precise = new BitSet(columns);
        BitSet recalled = new BitSet(reals.points().count());
        double[] reach = new double[columns];
        for (int j = 0; j < columns; j++) reach[j] = fakes.radius(j, k);
        DistanceBlocks.forEach(reals.points(), fakes.points(), (first, rows, squared) -> {
            for (int row = 0; row < rows; row++) {
                double radius = reals.radius(first + row, k);
                boolean found = false;
                for (int j = 0, at = row * columns; j < columns; j++, at++) {
                    if (squared[at] <= radius) precise.set(j);
                    found |= squared[at] <= reach[j];
                }
                recalled.set(first + row, found);
            }
        });
        return new PrecisionRecall(k, reals.points().count(), columns, precise.cardinality(), recalled.cardinality());
    }

    /** {@code precision} and {@code recall} with the usual k. */
    static List<Score> scores(Features reals, Features fakes) {
        return of(reals, fakes, K).scores();
    }

    public double precision() {
        return (double) precise / fakes;
    }

    public double recall() {
        return (double) recalled / reals;
    }

    /** {@code precision} and {@code recall}. */
    public List<Score> scores() {
        return List.of(
                Score.of("precision", precision(), Better.HIGHER, reals, fakes)
                        .with(ConfidenceInterval.ofShare(precise, fakes, METHOD))
                        .withNote("k = " + k),
                Score.of("recall", recall(), Better.HIGHER, reals, fakes)
                        .with(ConfidenceInterval.ofShare(recalled, reals, METHOD))
                        .withNote("k = " + k));
    }
}
