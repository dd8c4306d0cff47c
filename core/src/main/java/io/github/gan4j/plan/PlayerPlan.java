package io.github.gan4j.plan;

import java.util.List;

/**
 * One side of the game: its network, how it learns, and how many players it has.
 *
 * @param network what every player of the side computes
 * @param optimizer how every player of the side learns
 * @param count how many players of this kind, alike but for their first parameters
 * @param weights one weight a player, in order, at least 0 and not all 0; empty gives all the same
 */
public record PlayerPlan(
        NetworkPlan network,
        OptimizerPlan optimizer,
        @Default("1") int count,
        @Default("[]") List<Double> weights) {

    public PlayerPlan {
        Check.between("count", count, 1, 64);
        weights = List.copyOf(weights);
        if (!weights.isEmpty() && weights.size() != count)
            throw new IllegalArgumentException(
                    "weights must be empty or have one number a player (" + count + "), found " + weights);
        weights.forEach(weight -> Check.atLeast("weights", weight, 0));
        if (!weights.isEmpty() && weights.stream().allMatch(weight -> weight == 0))
            throw new IllegalArgumentException("weights must not all be 0, found " + weights);
    }
}
