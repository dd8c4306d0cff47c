package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * Minibatch discrimination before a discriminator's last layer: for each kernel, how many samples of the batch are like
 * this one (Salimans et al. 2016, arXiv 1606.03498, section 3.2).
 *
 * @param kernels how many; 0 for no such layer
 * @param dims numbers that each kernel compares
 * @param self whether a sample counts as like itself, as in the published programs
 * @param std standard deviation of the layer's first weights
 */
public record MinibatchPlan(
        @Default("0") int kernels,
        @Default("5") int dims,
        @Default("true") boolean self,
        @Default("0.02") double std) {

    public MinibatchPlan {
        Check.between("kernels", kernels, 0, 1024);
        Check.between("dims", dims, 1, 256);
        if (!(std > 0 && std <= 10))
            throw new IllegalArgumentException("std must be above 0 and at most 10, got " + std);
    }

    /** Whether there is such a layer. */
    public boolean wanted() {
        return kernels > 0;
    }
}
