package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.tensor.RandomNumbers;
import io.github.gan4j.tensor.Tensor;

/**
 * In training each number left out with a probability, the others stretched to make up for it; else nothing (Srivastava
 * et al. 2014). Chance comes from the random numbers of the step.
 */
public final class Dropout extends Network {
    private final double share;

    /** @param share how many are left out, from 0 to below 1 */
    public Dropout(double share) {
        Check.fraction("dropout", share);
        this.share = share;
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return pass.training() ? RandomNumbers.dropout(input, share) : input;
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("dropout " + share, 0, 0, summary.shape());
    }
}
