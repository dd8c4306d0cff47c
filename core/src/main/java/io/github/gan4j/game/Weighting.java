package io.github.gan4j.game;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import java.util.Arrays;
import java.util.List;

/** How much each adversary's loss counts, from the losses themselves; the weights sum to 1. */
@FunctionalInterface
@Kinds
public interface Weighting {
    double[] of(double[] losses);

    /** Whether the weights depend on the losses. */
    default boolean ofLosses() {
        return true;
    }

    /** All alike. */
    record Uniform() implements Weighting {
        @Override
        public boolean ofLosses() {
            return false;
        }

        @Override
        public double[] of(double[] losses) {
            double[] weights = new double[losses.length];
            Arrays.fill(weights, 1.0 / losses.length);
            return weights;
        }
    }

    /**
     * Fixed weights, scaled to sum to 1.
     *
     * @param weights one a player, in order, at least 0 and not all 0
     */
    record Given(List<Double> weights) implements Weighting {
        public Given {
            weights = List.copyOf(weights);
            weights.forEach(weight -> Check.atLeast("weights", weight, 0));
            if (weights.stream().allMatch(weight -> weight == 0))
                throw new IllegalArgumentException("weights must not all be 0, got " + weights);
        }

        @Override
        public double[] of(double[] losses) {
            if (losses.length != weights.size())
                throw new IllegalArgumentException(losses.length + " players but " + weights.size() + " weights");
            return shares();
        }

        @Override
        public boolean ofLosses() {
            return false;
        }

        /** The weights scaled to sum to 1. */
        public double[] shares() {
            double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
            return weights.stream().mapToDouble(w -> w / sum).toArray();
        }
    }

    /**
     * exp(loss / temperature), normalised: the harsher, the weightier (GMAN; Durugkar et al. 2017, arXiv:1611.01673, section
     * 3.3, which calls 1 / temperature lambda).
     *
     * @param temperature towards 0 only the greatest loss counts
     */
    record Softmax(@Default("1") double temperature) implements Weighting {
        public Softmax {
            if (!(temperature > 0 && temperature <= 1e6))
                throw new IllegalArgumentException("temperature must be above 0 and at most 1e6, got " + temperature);
        }

        @Override
        public double[] of(double[] losses) {
            double lambda = 1 / temperature;
            double highest = Arrays.stream(losses).map(l -> lambda * l).max().orElse(0);
            double[] weights = Arrays.stream(losses)
                    .map(l -> Math.exp(lambda * l - highest))
                    .toArray();
            double sum = Arrays.stream(weights).sum();
            return Arrays.stream(weights).map(w -> w / sum).toArray();
        }
    }

    /** Only the adversary that causes the greatest loss counts. */
    record Worst() implements Weighting {
        @Override
        public double[] of(double[] losses) {
            int worst = 0;
            for (int i = 1; i < losses.length; i++) if (losses[i] > losses[worst]) worst = i;
            double[] weights = new double[losses.length];
            weights[worst] = 1;
            return weights;
        }
    }
}
