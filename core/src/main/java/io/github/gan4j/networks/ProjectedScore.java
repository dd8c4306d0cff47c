package io.github.gan4j.networks;

import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Tensor;

/**
 * A score that asks for the class too: {@code v · x + b + (W y) · x} of features {@code x} and class {@code y} (Miyato
 * and Koyama 2018, arXiv:1802.05637, equation 4). {@code [batch, features]} to {@code [batch, 1]}.
 */
public final class ProjectedScore extends Network {
    private final int features;
    private final int classes;
    private final Network plain;
    private final Parameter projection;

    public ProjectedScore(int features, int classes, boolean withBias, Initialisation initialisation) {
        this.features = features;
        this.classes = classes;
        plain = part("plain", new Linear(features, 1, withBias, initialisation));
        projection = learned("projection", initialisation, features, 1, features, classes);
    }

    /** @throws IllegalArgumentException when the pass brings no labels, or labels of another number of classes */
    @Override
    public Tensor apply(Tensor input, Pass pass) {
        Tensor wanted = pass.labelsOf(classes).linear(projection.tensor());
        Tensor likeness = input.toFloat().times(wanted.toFloat()).sumPerSample();
        return plain.apply(input, pass).toFloat().plus(likeness.reshaped(-1, 1));
    }

    /** The scores of every sample with every class: {@code [batch, features]} to {@code [batch, classes]}. */
    public Tensor scoreOfEach(Tensor input, Pass pass) {
        Tensor likeness = input.linear(LinearAlgebra.transposed(projection.tensor()));
        return likeness.toFloat().plus(plain.apply(input, pass).toFloat());
    }

    @Override
    public void describe(Summary summary) {
        long work = (long) features * (classes + 2);
        summary.layer("linear, and projection of %d labels".formatted(classes), learnedCount(), work, 1);
    }
}
