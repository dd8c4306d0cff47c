package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;

/**
 * Each channel brought to mean 0 and variance 1 over the batch, then scaled and moved by learned numbers (Ioffe and
 * Szegedy 2015, arXiv:1502.03167). Outside training the running statistics are used. Input {@code [batch, channels]}
 * or {@code [batch, channels, height, width]}.
 */
public final class BatchNormalisation extends Network {
    private static final double MOMENTUM = 0.1;

    private final Parameter scale;
    private final Parameter offset;
    private final Parameter mean;
    private final Parameter variance;

    public BatchNormalisation(int channels) {
        scale = learned("scale", Initialisation.normal(1, 0.02), 1, 1, channels);
        offset = learned("offset", Initialisation.constant(0), 1, 1, channels);
        mean = statistic("mean", 0, channels);
        variance = statistic("variance", 1, channels);
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return input.batchNormalised(
                scale.tensor(), offset.tensor(), mean.tensor(), variance.tensor(), pass.training(), MOMENTUM);
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("batch normalisation", learnedCount(), 0, summary.shape());
    }
}
