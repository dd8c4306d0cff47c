package io.github.gan4j.game;

import java.util.Map;
import java.util.Optional;

/**
 * What happened when a player learned. Plain numbers: safe to keep, to log and to hand to another thread.
 *
 * @param player its name
 * @param side which side it plays for
 * @param loss what it paid, penalties included
 * @param behind the loss of the game itself, less what that is worth at rest: positive for a player that is losing
 * @param gradientNorm the length of its gradient
 * @param belief what the discriminator believed, in a discriminator's turn
 * @param weights how much each adversary's opinion counted, by its name; empty where there was but one
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
}
