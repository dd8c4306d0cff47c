package io.github.gan4j.doctor;

/** A failure mode of GAN training, or its absence; the one that explains more comes first. */
public enum Illness {
    /** A number of the game is NaN or infinite. */
    NOT_FINITE("a player has numbers that are not finite", Level.WARNING),
    /** The generator's gradient has vanished, since its loss is flat where the discriminator is certain. */
    SATURATION("the generator's gradient has vanished", Level.WARNING),
    /** All samples are alike. */
    TOTAL_COLLAPSE("all samples are nearly identical", Level.WARNING),
    /** The samples are copies of training samples, or the discriminator has memorised these. */
    MEMORISING("the training set is being memorised", Level.WARNING),
    /** The samples keep changing without approaching the reals. */
    OSCILLATION("the samples oscillate without approaching the data", Level.WARNING),
    /** The discriminator separates reals from fakes with certainty, and the generator does not catch up. */
    DISCRIMINATOR_OVERPOWERING("the discriminator wins and the generator does not catch up", Level.WARNING),
    /** Modes of the data are missing among the samples. */
    PARTIAL_COLLAPSE("modes of the data are missing", Level.WARNING),
    /** The discriminator scores fakes like reals although they differ. */
    GENERATOR_OVERPOWERING("the generator fools a discriminator that is too weak or too slow", Level.WARNING),
    /** Codes of reals cover only a small part of the latent distribution. */
    NARROW_LATENT("the codes cover only a small part of the latent distribution", Level.WARNING),
    /** The samples are far from the data, and no other failure mode explains it. */
    UNLIKE_DATA("the samples do not resemble the data", Level.WARNING),
    /** Nothing stands out, and the samples are close to the data. */
    HEALTHY("nothing stands out", Level.GOOD),
    /** Nothing stands out, but the samples are not close to the data. */
    UNDERTRAINED("no failure mode found, but the samples are not close to the data yet", Level.NOTE),
    /** The samples have stopped improving. */
    FINISHED_IMPROVING("the samples have stopped improving", Level.NOTE),
    /** No discriminator learns, as where restorers have a reconstruction loss alone: there is no game that could fail. */
    NO_GAME("no discriminator learns, so there is nothing to examine; its metrics say how good it is", Level.NOTE),
    /** The run has ended and there are too few events for a diagnosis. */
    TOO_SHORT("the run ended with too few events for a diagnosis", Level.NOTE),
    /** There are too few events for a diagnosis, as yet. */
    TOO_EARLY("not enough events for a diagnosis", Level.NOTE);

    private final String words;
    private final Level level;

    Illness(String words, Level level) {
        this.words = words;
        this.level = level;
    }

    /** A clause for people. */
    public String words() {
        return words;
    }

    public Level level() {
        return level;
    }

    /** Whether something should be done. */
    public boolean alarming() {
        return level == Level.WARNING;
    }
}
