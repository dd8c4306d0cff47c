package io.github.gan4j.game;

/** A player's numbers have left the range of numbers; the game cannot go on from here. */
public final class NotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String player;

    public NotFiniteException(String player, String what, double value, long images) {
        super("the " + what + " of the " + player + " became " + value + " after " + images + " images");
        this.player = player;
    }

    /** The name of the player that broke. */
    public String player() {
        return player;
    }
}
