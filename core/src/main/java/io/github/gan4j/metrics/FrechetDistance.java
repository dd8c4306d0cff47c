package io.github.gan4j.metrics;

import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;

/**
 * The Fréchet distance of two sets of features taken as normal distributions, |m₁ - m₂|² + tr(S₁ + S₂ - 2(S₁S₂)^½)
 * (Heusel et al. 2017, arXiv 1706.08500, eq. 6; with Inception's features it is the FID). From 0, without an upper end,
 * in squares of the features' unit; lower is better.
 *
 * <p>The trace of the root is the sum of the roots of the eigenvalues of S₁^½·S₂·S₁^½, which is symmetric, so sets with
 * fewer samples than features do no harm to the arithmetic. They do to the meaning: the distance is biased upwards, for
 * features of variance 1 by about features²/4 · (1/reals + 1/fakes). So only equal counts compare, and two halves of the
 * same data are not at 0.
 */
public final class FrechetDistance {
    /** Wider features cost seconds an evaluation and the interval needs twenty. */
    private static final int WIDEST_WITH_INTERVAL = 512;

    private FrechetDistance() {}

    /** With an interval where the features have at most 512 numbers and there are at least 40 samples of each kind. */
    public static Score of(Features reals, Features fakes) {
        reals.requireSameWidth(fakes);
        if (reals.width() > WIDEST_WITH_INTERVAL)
            return scored(between(reals, fakes), reals, fakes)
                    .withNote("no interval: too costly above " + WIDEST_WITH_INTERVAL + " features");
        MomentSums real = MomentSums.of(reals, MomentSums.mean(reals));
        MomentSums fake = MomentSums.of(fakes, MomentSums.mean(fakes));
        double value = between(real.moments(), fake.moments());
        Score score = scored(value, reals, fakes);
        if (!Jackknife.affordable(Math.min(reals.count(), fakes.count())))
            return score.withNote("no interval: needs " + 2 * Jackknife.BLOCKS + " samples of each kind");
        return score.with(interval(value, reals, real, fakes, fake));
    }

    private static Score scored(double value, Features reals, Features fakes) {
        Score score = Score.of("frechet-distance", value, Better.LOWER, reals.count(), fakes.count());
        if (Math.min(reals.count(), fakes.count()) > reals.width()) return score;
        return score.withNote("no more samples than the " + reals.width()
                + " features: the covariance is singular and the distance far too high; compare equal counts only");
    }

    /**
     * The same number as from the moments, in the way that costs less.
     *
     * @throws IllegalArgumentException when the widths differ or there are fewer than two rows
     */
    public static double between(Features first, Features second) {
        boolean fewRows = Math.max(first.count(), second.count()) <= first.width();
        return fewRows && Math.min(first.count(), second.count()) > 1
                ? betweenRows(first, second)
                : between(FeatureMoments.of(first), FeatureMoments.of(second));
    }

    /**
     * With centred rows X, S₁S₂ has the eigenvalues of X₁X₂ᵀ·X₂X₁ᵀ / ((n₁ - 1)(n₂ - 1)), so the trace of its root is the
     * sum of the singular values of X₁X₂ᵀ, which has a number for each pair of samples: no covariance is needed.
     */
    private static double betweenRows(Features first, Features second) {
        first.requireSameWidth(second);
        double[] mean = MomentSums.mean(first);
        double[] otherMean = MomentSums.mean(second);
        double[] rows = MomentSums.centred(first, 0, first.count(), mean);
        double[] otherRows = MomentSums.centred(second, 0, second.count(), otherMean);
        double sum = squares(rows) / (first.count() - 1) + squares(otherRows) / (second.count() - 1);
        for (int i = 0; i < mean.length; i++) sum += (mean[i] - otherMean[i]) * (mean[i] - otherMean[i]);
        double trace = sumOfSingularValues(rows, otherRows, mean.length)
                / Math.sqrt((first.count() - 1.0) * (second.count() - 1.0));
        return Math.max(0, sum - 2 * trace);
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) sum += value * value;
        return sum;
    }

    private static double sumOfSingularValues(double[] rows, double[] otherRows, int width) {
        try (Scope scope = new Scope()) {
            Tensor products = LinearAlgebra.product(
                    LinearAlgebra.of(rows, rows.length / width, width),
                    LinearAlgebra.transposed(LinearAlgebra.of(otherRows, otherRows.length / width, width)));
            double sum = 0;
            for (double value : LinearAlgebra.toDoubles(LinearAlgebra.singularValues(products))) sum += value;
            return sum;
        }
    }

    /** @throws IllegalArgumentException when the widths differ */
    public static double between(FeatureMoments first, FeatureMoments second) {
        if (first.width() != second.width())
            throw new IllegalArgumentException("features of width " + first.width()
                    + " cannot be compared with features of width " + second.width()
                    + "; take both from the same extractor");
        int width = first.width();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double shift = first.mean()[i] - second.mean()[i];
            sum += shift * shift + first.covariance()[i * width + i] + second.covariance()[i * width + i];
        }
        return Math.max(0, sum - 2 * traceOfRoot(first.covariance(), second.covariance(), width));
    }

    private static double traceOfRoot(double[] first, double[] second, int width) {
        try (Scope scope = new Scope()) {
            Tensor root = LinearAlgebra.squareRoot(LinearAlgebra.of(first, width, width));
            Tensor between =
                    LinearAlgebra.product(LinearAlgebra.product(root, LinearAlgebra.of(second, width, width)), root);
            Tensor symmetric = between.plus(LinearAlgebra.transposed(between)).times(0.5);
            double trace = 0;
            for (double eigenvalue : LinearAlgebra.toDoubles(LinearAlgebra.eigenvalues(symmetric)))
                trace += Math.sqrt(Math.max(0, eigenvalue));
            return trace;
        }
    }

    private static ConfidenceInterval interval(
            double value, Features reals, MomentSums real, Features fakes, MomentSums fake) {
        int[] realOrder = RandomOrder.shuffled(reals.count(), 1);
        int[] fakeOrder = RandomOrder.shuffled(fakes.count(), 2);
        return Jackknife.around(
                        value,
                        Jackknife.BLOCKS,
                        block ->
                                between(without(reals, real, realOrder, block), without(fakes, fake, fakeOrder, block)))
                .within(0, Double.POSITIVE_INFINITY);
    }

    private static FeatureMoments without(Features features, MomentSums all, int[] order, int block) {
        Features part = features.rows(RandomOrder.block(order, block, Jackknife.BLOCKS));
        return all.minus(MomentSums.of(part, all.origin())).moments();
    }
}
