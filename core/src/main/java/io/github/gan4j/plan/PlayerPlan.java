package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Words;
import java.util.List;

/**
 * One side of the game: its network, how it learns, and how many players it has.
 *
 * @param network what every player of the side computes
 * @param optimizer how every player of the side learns
 * @param count how many players of this kind, alike but for their first parameters
 * @param weighting how much the opinion of each counts for the other side
 * @param weights of {@code given}: one a player, in order, at least 0 and not all 0; empty gives all the same. Those of
 *     generators are also the shares of samples that each makes
 * @param temperature of {@code softmax}: the losses are divided by it; towards 0 only the worst counts
 * @param batches what of each batch every player is dealt
 */
public record PlayerPlan(
        NetworkPlan network,
        OptimizerPlan optimizer,
        @Default("1") int count,
        @Default("given") Weighting weighting,
        @Default("[]") List<Double> weights,
        @Default("1") double temperature,
        @Default("shared") Batches batches) {

    /** How much the opinion of each player counts for the other side. */
    public enum Weighting {
        /** As {@code weights} says, or all alike. */
        GIVEN,
        /** By a softmax of the losses that they cause (GMAN: Durugkar et al. 2017, arXiv 1611.01673). */
        SOFTMAX,
        /** Only the one that causes the greatest loss. */
        WORST
    }

    /** What of a batch each player is dealt. */
    public enum Batches {
        /** All of it, each of them. */
        SHARED,
        /** A part of its own. */
        SEPARATE
    }

    public PlayerPlan {
        Check.between("count", count, 1, 64);
        weights = List.copyOf(weights);
        if (!(temperature > 0 && temperature <= 1e6))
            throw new IllegalArgumentException("temperature must be above 0 and at most 1e6, got " + temperature);
        if (weighting != Weighting.GIVEN && !weights.isEmpty())
            throw new IllegalArgumentException("weights must be empty where weighting is " + Words.of(weighting)
                    + ", got " + weights + "; or leave weighting out");
        if (!weights.isEmpty() && weights.size() != count)
            throw new IllegalArgumentException(
                    "weights must be empty or have one number a player (" + count + "), got " + weights);
        weights.forEach(weight -> Check.atLeast("weights", weight, 0));
        if (!weights.isEmpty() && weights.stream().allMatch(weight -> weight == 0))
            throw new IllegalArgumentException("weights must not all be 0, got " + weights);
    }
}
