package io.github.gan4j.game;

import java.util.Arrays;
import java.util.List;

/** How much each adversary's opinion counts, from the losses that they cause; the weights sum to 1. */
@FunctionalInterface
public interface Weighting {
    double[] of(double[] losses);

    static Weighting uniform() {
        return losses -> {
            double[] weights = new double[losses.length];
            Arrays.fill(weights, 1.0 / losses.length);
            return weights;
        };
    }

    /** Fixed weights, scaled to sum to 1. */
    static Weighting given(List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0) || weights.stream().anyMatch(w -> !(w >= 0)))
            throw new IllegalArgumentException("weights must be at least 0 and not all 0, got " + weights);
        double[] shares = weights.stream().mapToDouble(w -> w / sum).toArray();
        return losses -> {
            if (losses.length != shares.length)
                throw new IllegalArgumentException(losses.length + " players but " + shares.length + " weights");
            return shares.clone();
        };
    }

    /** exp(λ · loss), normalised: the harsher, the weightier (GMAN; Durugkar et al. 2017, arXiv:1611.01673, section 3.3). */
    static Weighting softmax(double lambda) {
        return losses -> {
            double highest = Arrays.stream(losses).map(l -> lambda * l).max().orElse(0);
            double[] weights = Arrays.stream(losses)
                    .map(l -> Math.exp(lambda * l - highest))
                    .toArray();
            double sum = Arrays.stream(weights).sum();
            return Arrays.stream(weights).map(w -> w / sum).toArray();
        };
    }

    /** Only the adversary that causes the greatest loss counts. */
    static Weighting worst() {
        return losses -> {
            int worst = 0;
            for (int i = 1; i < losses.length; i++) if (losses[i] > losses[worst]) worst = i;
            double[] weights = new double[losses.length];
            weights[worst] = 1;
            return weights;
        };
    }
}
