package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.tensor.Distances;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * Its input {@code [batch, features]} and behind it, for each kernel, how many samples of the batch are like this one, so
 * that a discriminator sees a generator that makes all alike (Salimans et al. 2016, arXiv:1606.03498, section 3.2). A
 * learned tensor maps the features to {@code kernels} points of {@code dims} numbers; two samples are alike by
 * {@code exp(-|difference|₁)} of their points, between 0 and 1. {@code [batch, features + kernels]} comes out.
 *
 * <p>Reals and fakes are given in batches of their own, or the comparison says nothing.
 */
public final class MinibatchDiscrimination extends Network {
    /** What the difference of every pair of samples may take: 1 GiB. */
    private static final long MOST_NUMBERS = 1L << 28;

    private final int features;
    private final Kernels kernels;
    private final Parameter projection;

    /**
     * The kernels of such a layer.
     *
     * @param kernels how many, 1 to 1024; the paper has 100 for CIFAR-10
     * @param dims numbers of each point, 1 to 256; the paper has 5
     * @param self whether a sample counts as like itself, which adds 1 to every answer, as in published programs
     * @param std standard deviation of the first weights
     */
    public record Kernels(
            int kernels,
            @Default("5") int dims,
            @Default("true") boolean self,
            @Default("0.02") double std) {
        public Kernels {
            Check.between("kernels", kernels, 1, 1024);
            Check.between("dims", dims, 1, 256);
            Check.aboveZero("std", std, 10);
        }
    }

    public MinibatchDiscrimination(int features, Kernels kernels) {
        this.features = features;
        this.kernels = kernels;
        long outputs = (long) kernels.kernels() * kernels.dims();
        projection = learned("projection", Initialisation.normal(kernels.std()), features, outputs, outputs, features);
    }

    /** @throws IllegalArgumentException when the batch has more pairs than memory should be spent on */
    @Override
    public Tensor apply(Tensor input, Pass pass) {
        long batch = input.size(0);
        if (batch * batch > MOST_NUMBERS / kernels.kernels() / kernels.dims())
            throw new IllegalArgumentException(
                    "minibatch discrimination of %d kernels of %d numbers is too large for a batch of %d; take fewer of any"
                            .formatted(kernels.kernels(), kernels.dims(), batch));
        // sums of up to batch numbers near 1 are no matter for bf16
        Tensor points = input.linear(projection.tensor()).toFloat().reshaped(batch, kernels.kernels(), kernels.dims());
        Tensor alike = Distances.alike(points);
        return Tensor.concatenated(List.of(input.toFloat(), kernels.self() ? alike : alike.plus(-1)), 1);
    }

    @Override
    public boolean comparesSamples() {
        return true;
    }

    @Override
    public void describe(Summary summary) {
        long work = (long) features * kernels.kernels() * kernels.dims();
        summary.layer(
                "minibatch discrimination, " + kernels.kernels() + " kernels",
                learnedCount(),
                work,
                features + kernels.kernels());
    }
}
