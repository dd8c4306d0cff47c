package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;

/**
 * The last layer of a discriminator that also tells which of several generators made a sample: its score, and from the
 * same features a logit for each generator (MGAN: Hoang et al. 2018, arXiv:1708.02556, section 3, whose classifier shares all but
 * the last layer with the discriminator). {@code [batch, features]} to {@code [batch, 1]}.
 */
public final class OriginScore extends Network {
    private final Network score;
    private final Network origins;

    /** @param score {@code [batch, features]} to {@code [batch, 1]} */
    public OriginScore(Network score, int features, int generators, Initialisation initialisation) {
        this.score = part("score", score);
        origins = part("origins", new Linear(features, generators, initialisation));
    }

    /** {@code [batch, features]} to {@code [batch, generators]}. */
    public Tensor origins(Tensor features, Pass pass) {
        return origins.apply(features, pass);
    }

    @Override
    public Tensor apply(Tensor features, Pass pass) {
        return score.apply(features, pass);
    }

    @Override
    public void describe(Summary summary) {
        long[] features = summary.shape();
        origins.describe(summary);
        summary.continueFrom(features);
        score.describe(summary);
    }
}
