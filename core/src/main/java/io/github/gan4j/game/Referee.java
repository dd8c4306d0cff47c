package io.github.gan4j.game;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides who learns in the next step. The answer depends on the arguments only, so a resumed run goes on as if it had
 * never stopped. The records in here are the kinds that a plan can name; a program may bring its own.
 */
@FunctionalInterface
@Kinds
public interface Referee {
    /** Discriminators come before generators. */
    List<? extends Player> next(Game game, Standing standing, long step);

    /** The factor of a player's learning rate in the next step. */
    default double pace(Player player, Standing standing) {
        return 1;
    }

    /**
     * Whether {@link #next} looks at {@link Standing#belief}. It is then measured anew after every step in which no
     * discriminator learned: a belief that stays as it was would keep the same side waiting for ever.
     */
    default boolean watchesBelief() {
        return false;
    }

    /** Whether losses are compared by their ratio, which {@link Objective#staysPositive} has to allow. */
    default boolean needsPositiveLosses() {
        return false;
    }

    /** Every discriminator, then every generator. */
    record Everyone() implements Referee {
        @Override
        public List<? extends Player> next(Game game, Standing standing, long step) {
            return game.players();
        }
    }

    /**
     * {@code discriminator} turns of the discriminators for {@code generator} turns of the generators, spread evenly over
     * steps with reals of their own: 5 to 1 lets discriminators learn in every step and generators in every fifth.
     */
    record Alternate(
            @Default("1") int discriminator, @Default("1") int generator) implements Referee {
        public Alternate {
            Check.between("discriminator", discriminator, 1, 1000);
            Check.between("generator", generator, 1, 1000);
        }

        @Override
        public List<? extends Player> next(Game game, Standing standing, long step) {
            int cycle = Math.max(discriminator, generator);
            return game.players().stream()
                    .filter(p -> due(step % cycle, p.side() == Side.DISCRIMINATOR ? discriminator : generator, cycle))
                    .toList();
        }

        private static boolean due(long position, int turns, int cycle) {
            return (position + 1) * turns / cycle > position * turns / cycle;
        }
    }

    /**
     * In every step every discriminator {@code discriminator} times, then every generator {@code generator} times, all
     * with the same reals.
     */
    record Repeat(
            @Default("1") int discriminator, @Default("1") int generator) implements Referee {
        public Repeat {
            Check.between("discriminator", discriminator, 1, 1000);
            Check.between("generator", generator, 1, 1000);
        }

        @Override
        public List<? extends Player> next(Game game, Standing standing, long step) {
            return Stream.concat(
                            times(discriminator, game.discriminators().players()),
                            times(generator, game.generators().players()))
                    .toList();
        }

        private static Stream<Player> times(int turns, List<? extends Player> players) {
            return IntStream.range(0, turns).boxed().flatMap(turn -> players.stream());
        }
    }

    /**
     * Only the player that is losing most: whose last loss is greatest in units of its value at equilibrium, or, where an
     * objective has none above 0, farthest above that. Players that have not moved go first. In every
     * {@code together}-th step all players learn: a player that waits is judged by the loss that it had when it last
     * moved, and one that is stuck, as a generator is before a discriminator that has a slope nowhere, would have the game
     * to itself for ever.
     *
     * @param together 1 for all players always, 0 for never
     */
    record WorstPlayer(@Default("2") int together) implements Referee {
        public WorstPlayer {
            Check.between("together", together, 0, 1_000_000);
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
            if (!objective.staysPositive()) return behind;
            return behind
                    / (player.side() == Side.DISCRIMINATOR
                            ? objective.discriminatorAtRest()
                            : objective.generatorAtRest());
        }
    }

    /**
     * Both sides, unless one is ahead by the margin: a discriminator whose error on reals or on fakes is below
     * {@code margin} waits, a generator waits when an error is above {@code 1 - margin}, and if that stops both, both move
     * (Larsen and Sønderby 2015, "Generating Faces with Torch").
     *
     * @param margin between 0 and 1, in units of the cross-entropy, which is ln 2 = 0.69 at equilibrium
     */
    record Margin(@Default("0.3") double margin) implements Referee {
        public Margin {
            if (!(margin > 0 && margin < 1))
                throw new IllegalArgumentException("margin must be above 0 and below 1, got " + margin);
        }

        @Override
        public List<? extends Player> next(Game game, Standing standing, long step) {
            if (standing.belief().isEmpty()) return game.players();
            Belief belief = standing.belief().get();
            boolean discriminators = belief.fakeError() >= margin && belief.realError() >= margin;
            boolean generators = belief.fakeError() <= 1 - margin && belief.realError() <= 1 - margin;
            if (discriminators == generators) return game.players();
            Side side = discriminators ? Side.DISCRIMINATOR : Side.GENERATOR;
            return game.players().stream().filter(p -> p.side() == side).toList();
        }

        @Override
        public boolean watchesBelief() {
            return true;
        }
    }

    /**
     * Both sides, unless the mean loss of one, in units of its value at equilibrium, is less than the other's divided by
     * {@code ratio}: then that side waits. A side that waits keeps its last loss, and the other's falls until the two are
     * near enough again; where it cannot fall, as before a discriminator without any slope, that is never.
     *
     * @param ratio 1 or more; 1 lets only the side learn that is behind
     */
    record LossRatio(@Default("2") double ratio) implements Referee {
        public LossRatio {
            Check.between("ratio", ratio, 1, 1000);
        }

        /** @throws IllegalArgumentException when a loss of the objective is not above 0 at equilibrium */
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

        /** The mean loss of the players of a side that have moved, 1 being its value at equilibrium. */
        private static OptionalDouble relative(Team<?> team, Standing standing, double atRest) {
            if (!(atRest > 0))
                throw new IllegalArgumentException(
                        "a ratio of losses needs losses above 0 at rest, but one of this objective is " + atRest);
            return team.players().stream()
                    .filter(player -> standing.behind().containsKey(player.name()))
                    .mapToDouble(player -> (standing.behind().get(player.name()) + atRest) / atRest)
                    .average();
        }

        @Override
        public boolean needsPositiveLosses() {
            return true;
        }
    }

    /**
     * Both sides in every step, but the one that is ahead learns more slowly: with the discriminator's cross-entropy on
     * reals and fakes in units of its value at equilibrium, 2 ln 2, the learning rate of discriminators is multiplied by
     * that to the power of {@code strength} while it is below 1, and that of generators divided by it while it is above.
     *
     * @param strength 0 for no influence; 1 makes a discriminator with half the cross-entropy half as fast
     */
    record Pace(@Default("1") double strength) implements Referee {
        /** No side is slowed down more than this: it would never learn of its own mistakes. */
        private static final double LEAST = 0.01;

        private static final double AT_REST = 2 * Math.log(2);

        public Pace {
            Check.between("strength", strength, 0, 10);
        }

        @Override
        public List<? extends Player> next(Game game, Standing standing, long step) {
            return game.players();
        }

        @Override
        public double pace(Player player, Standing standing) {
            if (standing.belief().isEmpty()) return 1;
            Belief belief = standing.belief().get();
            double error = Math.pow((belief.realError() + belief.fakeError()) / AT_REST, strength);
            double share = player.side() == Side.DISCRIMINATOR ? error : 1 / error;
            return Math.max(LEAST, Math.min(1, share));
        }
    }

    /** Generators alone, which then learn from their reconstruction losses. */
    record Generators() implements Referee {
        @Override
        public List<? extends Player> next(Game game, Standing standing, long step) {
            return game.generators().players();
        }
    }
}
