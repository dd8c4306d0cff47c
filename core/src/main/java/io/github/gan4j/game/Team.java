package io.github.gan4j.game;

import java.util.List;

/** The players of one side, and how much each one's opinion counts for the other side. */
public record Team<P extends Player>(List<P> players, Weighting weighting) {
    public Team {
        if (players.isEmpty()) throw new IllegalArgumentException("a team needs at least one player, got none");
        players = List.copyOf(players);
    }

    public static <P extends Player> Team<P> of(P only) {
        return new Team<>(List.of(only), Weighting.uniform());
    }
}
