package io.github.gan4j.game;

import java.util.List;

/**
 * Both sides in every step, but the one that is ahead learns more slowly: with the discriminator's cross-entropy on reals
 * and fakes in units of what it is at rest, 2 ln 2, the rate of discriminators is multiplied by that to the power of
 * {@code strength} while it is below 1, and that of generators divided by it while it is above.
 *
 * @param strength 0 for no influence; 1 makes a discriminator with half the cross-entropy half as fast
 */
record Pace(double strength) implements Referee {
    /** No side is slowed down more than this: it would never learn of its own mistakes. */
    private static final double LEAST = 0.01;

    private static final double AT_REST = 2 * Math.log(2);

    Pace {
        if (!(strength >= 0 && strength <= 10))
            throw new IllegalArgumentException("strength must be between 0 and 10, got " + strength);
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
