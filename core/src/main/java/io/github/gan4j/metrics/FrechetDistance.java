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
        MomentSums real = MomentSums.of(reals, MomentSums.mean(reals));
        MomentSums fake = MomentSums.of(fakes, MomentSums.mean(fakes));
        double value = between(real.moments(), fake.moments());
        Score score = Score.of("frechet-distance", value, Better.LOWER, reals.count(), fakes.count());
        if (Math.min(reals.count(), fakes.count()) <= reals.width())
            score = score.withNote("no more samples than the " + reals.width()
                    + " features: the covariance is singular and the distance far too high; compare equal counts only");
        if (reals.width() > WIDEST_WITH_INTERVAL)
            return score.withNote("no interval: too costly above " + WIDEST_WITH_INTERVAL + " features");
        if (!Jackknife.affordable(Math.min(reals.count(), fakes.count())))
            return score.withNote("no interval: needs " + 2 * Jackknife.BLOCKS + " samples of each kind");
        return score.with(interval(value, reals, real, fakes, fake));
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
