package io.github.gan4j.networks;

import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;

/**
 * The last layer of a discriminator that tells classes apart: a score for each class, and from these its one score, the
 * logarithm of the sum of their exponentials. A sample is real when it is of some class (Salimans et al. 2016,
 * arXiv:1606.03498, section 5, with the score of "generated" fixed at 0). {@code [batch, features]} to {@code [batch, 1]}.
 */
public final class ClassScore extends Network {
    private final Network perClass;

    /** @param perClass {@code [batch, features]} to {@code [batch, classes]} */
    public ClassScore(Network perClass) {
        this.perClass = part("classes", perClass);
    }

    /** {@code [batch, features]} to {@code [batch, classes]}. */
    public Tensor classScores(Tensor features, Pass pass) {
        return perClass.apply(features, pass);
    }

    @Override
    public Tensor apply(Tensor features, Pass pass) {
        return Softmax.logSumExp(classScores(features, pass));
    }

    @Override
    public void describe(Summary summary) {
        perClass.describe(summary);
        summary.layer("log-sum-exp", 0, 0, 1);
    }
}
