package io.github.gan4j.metrics;

import io.github.gan4j.settings.Check;
import java.util.List;
import java.util.Locale;

/**
 * Density, how many neighbourhoods of reals a fake lies in, over k, and coverage, the share of reals with a fake in
 * their neighbourhood (Naeem et al. 2020, arXiv 2002.09797, eq. 3 and 4; k = 5 there). For two sets of the same
 * distribution density is 1 and coverage {@link #expectedCoverage}. Density goes from 0 to above 1, which is not better
 * but says that the fakes crowd where the reals are dense; coverage goes from 0 to 1.
 *
 * @param inside for all fakes together, how many balls they lie in
 * @param insideSquares the sum of the squares of those counts, for the interval
 * @param covered how many reals have a fake in their ball
 */
public record DensityCoverage(int k, int reals, int fakes, long inside, double insideSquares, int covered) {
    public static final int K = 5;
    private static final String METHOD = "over samples, with the neighbourhoods held fixed";

    public static DensityCoverage of(Features reals, Features fakes, int k) {
        reals.requireSameWidth(fakes);
        return of(Neighbourhoods.of(reals, k), fakes, k);
    }

    /**
     * The same with neighbourhoods that are there already.
     *
     * @throws IllegalArgumentException when they do not know the k-th neighbour
     */
    public static DensityCoverage of(Neighbourhoods reals, Features fakes, int k) {
        Check.between("k", k, 1, reals.most());
        int columns = fakes.count();
        int[] balls = new int[columns];
        int[] covered = new int[1];
        DistanceBlocks.forEach(reals.points(), fakes, (first, rows, squared) -> {
            for (int row = 0; row < rows; row++) {
                double radius = reals.radius(first + row, k);
                boolean found = false;
                for (int j = 0, at = row * columns; j < columns; j++, at++)
                    if (squared[at] < radius) {
                        balls[j]++;
                        found = true;
                    }
                if (found) covered[0]++;
            }
        });
        long inside = 0;
        double squares = 0;
        for (int count : balls) {
            inside += count;
            squares += (double) count * count;
        }
        return new DensityCoverage(k, reals.points().count(), columns, inside, squares, covered[0]);
    }

    /** {@code density} and {@code coverage} with the usual k. */
    static List<Score> scores(Features reals, Features fakes) {
        return of(reals, fakes, K).scores();
    }

    public double density() {
        return (double) inside / k / fakes;
    }

    public double coverage() {
        return (double) covered / reals;
    }

    /** What coverage is on average for fakes from the reals' distribution: 1 - (N-1)…(N-k) / ((N+M-1)…(N+M-k)). */
    public static double expectedCoverage(int reals, int fakes, int k) {
        double missed = 1;
        for (int i = 1; i <= k; i++) missed *= (double) (reals - i) / ((double) reals + fakes - i);
        return 1 - missed;
    }

    /** {@code density} and {@code coverage}. */
    public List<Score> scores() {
        double mean = (double) inside / fakes;
        double variance = Math.max(0, insideSquares / fakes - mean * mean);
        double error = Math.sqrt(variance / Math.max(1, fakes - 1)) / k;
        Score density = Score.of("density", density(), Better.LIKE_REALS, reals, fakes)
                .withNote("k = " + k + "; 1 for fakes from the reals' distribution");
        if (fakes > 4) density = density.with(ConfidenceInterval.around(density(), error, fakes - 1, METHOD));
        String expected = String.format(Locale.ROOT, "%.4f", expectedCoverage(reals, fakes, k));
        Score coverage = Score.of("coverage", coverage(), Better.HIGHER, reals, fakes)
                .with(ConfidenceInterval.ofShare(covered, reals, "Wilson, " + METHOD))
                .withNote("k = " + k + "; " + expected + " for fakes from the reals' distribution");
        return List.of(density, coverage);
    }
}
