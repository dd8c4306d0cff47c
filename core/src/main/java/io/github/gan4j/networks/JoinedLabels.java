package io.github.gan4j.networks;

import io.github.gan4j.tensor.Maps;
import io.github.gan4j.tensor.Tensor;

/**
 * Its input and behind it the class of each sample: {@code [batch, n]} to {@code [batch, n + classes]}, or
 * {@code [batch, channels, h, w]} to {@code [batch, channels + classes, h, w]} with maps that are constant.
 */
public final class JoinedLabels extends Network {
    private final int classes;

    public JoinedLabels(int classes) {
        this.classes = classes;
    }

    /** @throws IllegalArgumentException when the pass brings no labels, or labels of another number of classes */
    @Override
    public Tensor apply(Tensor input, Pass pass) {
        return Maps.joined(input, pass.labelsOf(classes));
    }

    @Override
    public void describe(Summary summary) {
        long[] shape = summary.shape();
        shape[0] += classes;
        summary.layer("concatenate " + classes + " labels", 0, 0, shape);
    }
}
