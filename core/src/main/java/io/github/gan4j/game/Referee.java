package io.github.gan4j.game;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides who learns in the next step. The answer depends on the arguments only, so a resumed run goes on as if it had
 * never stopped.
 */
@FunctionalInterface
public interface Referee {
    /** Discriminators come before generators. */
    List<? extends Player> next(Game game, Standing standing, long step);

    /** Every discriminator, then every generator. */
    static Referee everyone() {
        return (game, standing, step) -> game.players();
    }

    /** Generators alone, who then learn from their content terms. */
    static Referee generators() {
        return (game, standing, step) -> game.generators().players();
    }

    /**
     * In every step every discriminator {@code discriminator} times, then every generator {@code generator} times, all
     * with the same reals.
     */
    static Referee repeat(int discriminator, int generator) {
        requireTurns(discriminator, generator);
        return (game, standing, step) -> Stream.concat(
                        times(discriminator, game.discriminators().players()),
                        times(generator, game.generators().players()))
                .toList();
    }

    private static Stream<Player> times(int turns, List<? extends Player> players) {
        return IntStream.range(0, turns).boxed().flatMap(turn -> players.stream());
    }

    private static void requireTurns(int discriminator, int generator) {
        if (discriminator < 1 || generator < 1)
            throw new IllegalArgumentException(
                    "turns must be at least 1 to 1, got " + discriminator + " to " + generator);
    }

    /**
     * {@code discriminator} turns of the discriminators for {@code generator} turns of the generators, spread evenly:
     * 5 to 1 lets discriminators learn in every step and generators in every fifth.
     */
    static Referee alternate(int discriminator, int generator) {
        requireTurns(discriminator, generator);
        int cycle = Math.max(discriminator, generator);
        return (game, standing, step) -> game.players().stream()
                .filter(p -> due(step % cycle, p.side() == Side.DISCRIMINATOR ? discriminator : generator, cycle))
                .toList();
    }

    private static boolean due(long position, int turns, int cycle) {
        return (position + 1) * turns / cycle > position * turns / cycle;
    }

    /** Only the player that is losing most, and in every so many steps all; see {@link WorstPlayer}. */
    static Referee worstPlayer(int together) {
        return new WorstPlayer(together);
    }

    /** Both sides, unless one is ahead by the margin; see {@link Margin}. */
    static Referee margin(double margin) {
        return new Margin(margin);
    }

    /** Both sides, unless the loss of one is less than the other's by this ratio; see {@link LossRatio}. */
    static Referee lossRatio(double ratio) {
        return new LossRatio(ratio);
    }

    /** Both sides, the one that is ahead with a smaller learning rate; see {@link Pace}. */
    static Referee paced(double strength) {
        return new Pace(strength);
    }

    /** What a player's learning rate is multiplied by in the next step. */
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
}
