package io.github.gan4j.classifiers;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.tensor.Tensor;

/** The mean over all places: {@code [batch, channels, height, width]} to {@code [batch, channels]}. */
final class Everywhere extends Network {
    @Override
    public Tensor apply(Tensor input, Pass pass) {
        long places = input.size(2) * input.size(3);
        Tensor rows = input.reshaped(input.size(0) * input.size(1), places);
        return rows.sumPerSample().times(1.0 / places).reshaped(input.size(0), input.size(1));
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("mean over places", 0, 0, summary.shape()[0]);
    }
}
