package io.github.gan4j.game;

import java.util.Comparator;
import java.util.List;

/**
 * Only the player that is losing most: whose last loss is greatest in units of what it is worth at rest, or, where an
 * objective has none above 0, farthest above that. Players that have not moved go first. In every so many steps all
 * players learn: a player that waits is judged by the loss that it had when it last moved, and one that is stuck, as a
 * generator is before a discriminator that has a slope nowhere, would have the game to itself for ever.
 *
 * @param together that number of steps; 1 for all players always, 0 for never
 */
record WorstPlayer(int together) implements Referee {
    WorstPlayer {
        if (together < 0) throw new IllegalArgumentException("together must be at least 0, got " + together);
    }

    @Override
    public List<? extends Player> next(Game game, Standing standing, long step) {
        if (together > 0 && step % together == together - 1) return game.players();
        return List.of(game.players().stream()
                .max(Comparator.comparingDouble(player -> losing(player, game.objective(), standing)))
                .orElseThrow());
    }

    private static double losing(Player player, Objective objective, Standing standing) {
        if (!standing.behind().containsKey(player.name())) return Double.POSITIVE_INFINITY;
        double behind = standing.behind().get(player.name());
        boolean ratio = objective.discriminatorAtRest() > 0 && objective.generatorAtRest() > 0;
        if (!ratio) return behind;
        return behind
                / (player.side() == Side.DISCRIMINATOR ? objective.discriminatorAtRest() : objective.generatorAtRest());
    }
}
