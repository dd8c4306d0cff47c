package io.github.gan4j.networks;

import io.github.gan4j.tensor.Pooling;
import io.github.gan4j.tensor.Tensor;

/**
 * {@code [batch, inputs]} to {@code [batch, outputs]}: every output the largest of several weighted sums of all inputs
 * (Goodfellow et al. 2013, arXiv:1302.4389), a layer that is its own activation.
 */
public final class LinearMaxout extends Network {
    private final int outputs;
    private final int pieces;
    private final Linear sums;
    private final long work;

    public LinearMaxout(int inputs, int outputs, int pieces, Initialisation initialisation) {
        this.outputs = outputs;
        this.pieces = pieces;
        this.work = (long) inputs * outputs * pieces;
        sums = part("sums", new Linear(inputs, Math.multiplyExact(outputs, pieces), initialisation));
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return Pooling.maxout(sums.apply(input, pass), pieces);
    }

    @Override
    public void describe(Summary summary) {
        summary.layer("maxout of " + pieces, learnedCount(), work, outputs);
    }
}
