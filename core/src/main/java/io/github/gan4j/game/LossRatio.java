package io.github.gan4j.game;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Both sides, unless the mean loss of one, in units of what it is worth at rest, is less than the other's divided by
 * {@code ratio}: then that side waits. A side that waits keeps its last loss, and the other's falls until the two are
 * near enough again; where it cannot fall, as before a discriminator without any slope, that is never.
 *
 * @param ratio 1 or more; 1 lets only the side learn that is behind
 */
record LossRatio(double ratio) implements Referee {
    LossRatio {
        if (!(ratio >= 1 && ratio <= 1000))
            throw new IllegalArgumentException("ratio must be between 1 and 1000, got " + ratio);
    }

    /** @throws IllegalArgumentException when a loss of the objective is not above 0 at rest */
    @Override
    public List<? extends Player> next(Game game, Standing standing, long step) {
        OptionalDouble discriminators =
                relative(game.discriminators(), standing, game.objective().discriminatorAtRest());
        OptionalDouble generators =
                relative(game.generators(), standing, game.objective().generatorAtRest());
        if (discriminators.isEmpty() || generators.isEmpty()) return game.players();
        boolean ahead = discriminators.getAsDouble() * ratio < generators.getAsDouble();
        boolean behind = discriminators.getAsDouble() > generators.getAsDouble() * ratio;
        if (ahead == behind) return game.players();
        return ahead ? game.generators().players() : game.discriminators().players();
    }

    /** The mean loss of the players of a side that have moved, 1 being what it is at rest. */
    private static OptionalDouble relative(Team<?> team, Standing standing, double atRest) {
        if (!(atRest > 0))
            throw new IllegalArgumentException(
                    "a ratio of losses needs losses above 0 at rest, but one of this objective is " + atRest);
        return team.players().stream()
                .filter(player -> standing.behind().containsKey(player.name()))
                .mapToDouble(player -> (standing.behind().get(player.name()) + atRest) / atRest)
                .average();
    }
}
