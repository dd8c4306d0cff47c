package io.github.gan4j.networks;

import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Tensor;

/**
 * Its input and behind it one number more, the same for the whole batch: how much samples differ, so that a
 * discriminator sees a generator that makes all alike (Karras et al. 2018, arXiv:1710.10196, section 3). As a further
 * number {@code [batch, n + 1]}, or a constant map {@code [batch, channels + 1, h, w]}.
 */
public final class MinibatchDeviation extends Network {
    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return Maps.joined(input, Maps.deviationOverBatch(input));
    }

    @Override
    public boolean comparesSamples() {
        return true;
    }

    @Override
    public void describe(Summary summary) {
        long[] shape = summary.shape();
        shape[0]++;
        summary.layer("minibatch standard deviation", 0, 0, shape);
    }
}
