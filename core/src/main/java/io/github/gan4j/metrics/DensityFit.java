package io.github.gan4j.metrics;

import io.github.gan4j.data.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far points on a line or in a plane are from a distribution whose density is known.
 *
 * <p>The divergences, in nats, compare the histogram of the points with the exact probabilities of its cells: {@code kl}
 * is KL(known ‖ points), large where points are missing; {@code reverse-kl-density} is KL(points ‖ known), large where
 * points are that should not be; {@code js} is between 0 and ln 2. A cell is what they can see: a mode narrower than that
 * is not judged for its shape. Both histograms are mixed with one part in a thousand of a uniform one, or one empty cell
 * would make the first two infinite; their size in that case is a convention. Perfect points are not at 0 but at about
 * (cells in use) / (2 · points).
 *
 * <p>{@code wasserstein}, in the points' unit, is exact on a line (the area between the distribution functions) and the
 * {@link SlicedWasserstein} distance to as many points of the distribution in a plane.
 */
public final class DensityFit {
    /** Cells along a line, and along each axis of a plane. */
    public static final int LINE_BINS = 100;

    public static final int PLANE_BINS = 30;
    private static final double UNIFORM_PART = 1e-3;
    private static final int STEPS = 100_000;
    private static final long SEED = 0x6b6e6f776eL;

    private DensityFit() {}

    /** {@code kl}, {@code reverse-kl-density}, {@code js}, {@code wasserstein}. */
    public static List<Score> of(Features points, Distribution known) {
        return of(points, known, known.dimensions() == 1 ? LINE_BINS : PLANE_BINS);
    }

    /** @throws IllegalArgumentException when the points have other dimensions, or {@code bins} is not within 2 and 1000 */
    public static List<Score> of(Features points, Distribution known, int bins) {
        if (points.width() != known.dimensions() || points.width() > 2)
            throw new IllegalArgumentException("points of " + points.width() + " numbers cannot be compared with a "
                    + known.dimensions() + "-D distribution; both must have 1 or 2");
        if (bins < 2 || bins > 1000)
            throw new IllegalArgumentException("the cells along an axis must be within 2 and 1000, got " + bins);
        HistogramGrid grid = HistogramGrid.over(known, bins);
        double[] exact = grid.probabilities(known);
        int[][] counts = histograms(points, grid);
        String note = bins + " cells along each axis";
        return List.of(
                divergence("kl", counts, shares -> kl(smooth(exact), smooth(shares)))
                        .withNote(note),
                divergence("reverse-kl-density", counts, shares -> kl(smooth(shares), smooth(exact)))
                        .withNote(note),
                divergence("js", counts, shares -> js(exact, shares)).withNote(note),
                wasserstein(points, known));
    }

    /** The counts of all points, then those of each block. */
    private static int[][] histograms(Features points, HistogramGrid grid) {
        int blocks = Jackknife.affordable(points.count()) ? Jackknife.BLOCKS : 0;
        int[] block = RandomOrder.blockOfRow(points.count(), Jackknife.BLOCKS, 1);
        int[][] counts = new int[blocks + 1][grid.cells()];
        for (int row = 0; row < points.count(); row++) {
            int cell = grid.cell(points, row);
            counts[0][cell]++;
            if (blocks > 0) counts[block[row] + 1][cell]++;
        }
        return counts;
    }

    private static Score divergence(String name, int[][] counts, ToDoubleFunction<double[]> formula) {
        int[] none = new int[counts[0].length];
        double value = formula.applyAsDouble(shares(counts[0], none));
        Score score =
                Score.of(name, value, Better.LOWER, 0, Arrays.stream(counts[0]).sum());
        if (counts.length == 1) return score.withNote("no interval: needs " + 2 * Jackknife.BLOCKS + " points");
        return score.with(Jackknife.around(
                        value, counts.length - 1, block -> formula.applyAsDouble(shares(counts[0], counts[block + 1])))
                .within(0, Double.POSITIVE_INFINITY));
    }

    private static double[] shares(int[] counts, int[] without) {
        double total = Arrays.stream(counts).sum() - Arrays.stream(without).sum();
        double[] shares = new double[counts.length];
        for (int cell = 0; cell < shares.length; cell++) shares[cell] = (counts[cell] - without[cell]) / total;
        return shares;
    }

    private static double[] smooth(double[] shares) {
        double[] mixed = new double[shares.length];
        for (int cell = 0; cell < mixed.length; cell++)
            mixed[cell] = (1 - UNIFORM_PART) * shares[cell] + UNIFORM_PART / mixed.length;
        return mixed;
    }

    private static double kl(double[] p, double[] q) {
        double sum = 0;
        for (int cell = 0; cell < p.length; cell++) if (p[cell] > 0) sum += p[cell] * Math.log(p[cell] / q[cell]);
        return Math.max(0, sum);
    }

    private static double js(double[] p, double[] q) {
        double[] middle = new double[p.length];
        for (int cell = 0; cell < p.length; cell++) middle[cell] = (p[cell] + q[cell]) / 2;
        return (kl(p, middle) + kl(q, middle)) / 2;
    }

    private static Score wasserstein(Features points, Distribution known) {
        if (known.dimensions() == 1) return onLine(points, known);
        float[] values = known.samples(SEED).batch(0, points.count()).values();
        return SlicedWasserstein.of(new Features(points.count(), 2, values), points)
                .named("wasserstein")
                .withNote("sliced, to as many points of the distribution itself");
    }

    private static Score onLine(Features points, Distribution known) {
        double[] numbers = points.column(0);
        double[] exact = quantileCurve(known, numbers);
        Sorted sorted =
                Sorted.part(numbers, 0, numbers.length, RandomOrder.blockOfRow(numbers.length, Jackknife.BLOCKS, 1));
        double value = area(sorted.numbers(), exact);
        Score score = Score.of("wasserstein", value, Better.LOWER, 0, points.count());
        if (!Jackknife.affordable(points.count()))
            return score.withNote("no interval: needs " + 2 * Jackknife.BLOCKS + " points");
        return score.with(Jackknife.around(value, Jackknife.BLOCKS, block -> area(sorted.without(block), exact))
                .within(0, Double.POSITIVE_INFINITY));
    }

    /** The exact distribution function in the middle of equal steps, after the two ends between which they lie. */
    private static double[] quantileCurve(Distribution known, double[] numbers) {
        HistogramGrid grid = HistogramGrid.over(known, 2);
        double low = Math.min(
                grid.low()[0] - 5 * known.spread(), Arrays.stream(numbers).min().orElseThrow());
        double high = Math.max(
                grid.high()[0] + 5 * known.spread(),
                Arrays.stream(numbers).max().orElseThrow());
        double[] curve = new double[STEPS + 2];
        curve[0] = low;
        curve[1] = high;
        double[] from = {Double.NEGATIVE_INFINITY};
        for (int step = 0; step < STEPS; step++)
            curve[step + 2] = known.probability(from, new double[] {low + (step + 0.5) * (high - low) / STEPS});
        return curve;
    }

    private static double area(double[] ascending, double[] curve) {
        double step = (curve[1] - curve[0]) / STEPS;
        double sum = 0;
        for (int i = 0, below = 0; i < STEPS; i++) {
            double x = curve[0] + (i + 0.5) * step;
            while (below < ascending.length && ascending[below] <= x) below++;
            sum += Math.abs((double) below / ascending.length - curve[i + 2]);
        }
        return sum * step;
    }
}
