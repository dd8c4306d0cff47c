package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * The players of one side, the weight of each for the other side, and whether all are dealt the same batch.
 */
public record Team<P extends Player>(List<P> players, Weighting weighting, Batches batches) {
    /** The part of a batch that each player is dealt. */
    public enum Batches {
        /** All of it, each of them. */
        SHARED,
        /** A part of its own, all of the same size: the whole team passes as many samples as one player would. */
        SEPARATE
    }

    public Team {
        if (players.isEmpty()) throw new IllegalArgumentException("a team needs at least one player, got none");
        players = List.copyOf(players);
    }

    /** A team whose players are dealt the same batch. */
    public Team(List<P> players, Weighting weighting) {
        this(players, weighting, Batches.SHARED);
    }

    public static <P extends Player> Team<P> of(P only) {
        return new Team<>(List.of(only), new Weighting.Uniform());
    }

    /** The reals that fall to a player. */
    Reals dealt(P player, Reals all) {
        return whole()
                ? all
                : new Reals(dealt(player, all.samples()), all.labels().map(rows -> dealt(player, rows)));
    }

    /**
     * The rows of a batch that fall to a player.
     *
     * @throws IllegalArgumentException when there are not as many rows for each
     */
    Tensor dealt(P player, Tensor batch) {
        if (whole()) return batch;
        long rows = batch.size(0);
        if (rows % players.size() != 0)
            throw new IllegalArgumentException(
                    rows + " samples cannot be dealt to " + players.size() + " players evenly");
        long each = rows / players.size();
        return batch.narrowed(0, each * players.indexOf(player), each);
    }

    /** Whether the weights of its players are the same for every part of a batch. */
    boolean divisible() {
        return players.size() == 1 || !weighting.ofLosses();
    }

    private boolean whole() {
        return batches == Batches.SHARED || players.size() == 1;
    }
}
