package io.github.gan4j.networks;

import io.github.gan4j.tensor.RandomNumbers;
import io.github.gan4j.tensor.Tensor;

/** In training Gaussian noise added to every number; else nothing. Chance comes from the random numbers of the step. */
public final class GaussianNoise extends Network {
    private final double deviation;

    /** @param deviation standard deviation of the noise, at least 0 */
    public GaussianNoise(double deviation) {
        if (!(deviation >= 0)) throw new IllegalArgumentException("noise must be at least 0, got " + deviation);
        this.deviation = deviation;
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return pass.training() ? RandomNumbers.withGaussianNoise(input, deviation) : input;
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("noise " + deviation, 0, 0, summary.shape());
    }
}
