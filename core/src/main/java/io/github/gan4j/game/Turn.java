package io.github.gan4j.game;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a player that learned once. Plain numbers: safe to keep, to log and to hand to another thread.
 *
 * @param player its name
 * @param side which side it plays for
 * @param loss its loss, all terms included
 * @param behind the loss of the game itself, less what that is worth at rest: positive for a player that is losing
 * @param gradientNorm the length of its gradient
 * @param belief what the discriminator believed, in a discriminator's turn
 * @param weights the weight of each adversary's loss, by its name; empty where there was but one
 */
public record Turn(
        String player,
        Side side,
        double loss,
        double behind,
        double gradientNorm,
        Optional<Belief> belief,
        Map<String, Double> weights) {
    public Turn {
        weights = Map.copyOf(weights);
    }

    /** A turn from those of its replicas, each of an equal part of the batch. */
    static Turn mean(List<Turn> parts) {
        Turn first = parts.get(0);
        if (parts.size() == 1) return first;
        Optional<Belief> belief = first.belief()
                .map(one -> Belief.mean(
                        parts.stream().map(part -> part.belief().orElseThrow()).toList()));
        return new Turn(
                first.player(),
                first.side(),
                parts.stream().mapToDouble(Turn::loss).average().orElseThrow(),
                parts.stream().mapToDouble(Turn::behind).average().orElseThrow(),
                first.gradientNorm(),
                belief,
                first.weights());
    }

    /** The same with other means, as over the parts of other processes. */
    public Turn with(double loss, double behind, Optional<Belief> belief) {
        return new Turn(player, side, loss, behind, gradientNorm, belief, weights);
    }

    Turn withGradientNorm(double norm) {
        return new Turn(player, side, loss, behind, norm, belief, weights);
    }
}
