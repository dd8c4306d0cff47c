package io.github.gan4j.game;

import java.util.List;

/**
 * Both sides, unless one is ahead by the margin: a discriminator whose error on reals or on fakes is below
 * {@code margin} waits, a generator waits when an error is above {@code 1 - margin}, and if that stops both, both move
 * (Larsen and Sønderby 2015, "Generating Faces with Torch").
 *
 * @param margin between 0 and 1, in units of the cross-entropy, which is ln 2 = 0.69 at rest
 */
record Margin(double margin) implements Referee {
    Margin {
        if (!(margin > 0 && margin < 1))
            throw new IllegalArgumentException("margin must be between 0 and 1, got " + margin);
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
