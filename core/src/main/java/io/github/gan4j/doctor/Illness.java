package io.github.gan4j.doctor;

/** What a training suffers from, or that it does not; what explains more comes first. */
public enum Illness {
    /** A number of the game is NaN or infinite. */
    NOT_FINITE("a player's numbers are no longer finite", Level.WARNING),
    /** The generator's gradient has vanished, since its loss is flat where the discriminator is certain. */
    SATURATION("the generator gets no gradient any more", Level.WARNING),
    /** All samples are alike. */
    TOTAL_COLLAPSE("all samples are nearly the same", Level.WARNING),
    /** The samples are copies of training samples, or the discriminator knows these by heart. */
    MEMORISING("the training samples are being learned by heart", Level.WARNING),
    /** What is made keeps changing without coming nearer to the reals. */
    OSCILLATION("the samples keep swinging and come no nearer to the reals", Level.WARNING),
    /** Reals are told from fakes with certainty, and the generator does not catch up. */
    DISCRIMINATOR_OVERPOWERING("the discriminator wins and the generator does not catch up", Level.WARNING),
    /** Whole kinds of reals are missing among the samples. */
    PARTIAL_COLLAPSE("whole kinds of samples are missing", Level.WARNING),
    /** The discriminator believes fakes as much as reals although they differ. */
    GENERATOR_OVERPOWERING("the generator fools a discriminator that is too weak or too slow", Level.WARNING),
    /** Codes of reals fill only a small part of the latents from which samples are made. */
    NARROW_LATENT("the learned codes fill only a small part of the latents", Level.WARNING),
    /** Nothing stands out. */
    HEALTHY("nothing stands out", Level.GOOD),
    /** The samples have stopped becoming better. */
    FINISHED_IMPROVING("the samples have stopped becoming better", Level.NOTE),
    /** There are too few numbers for any of these. */
    TOO_EARLY("there are too few numbers yet", Level.NOTE);

    private final String words;
    private final Level level;

    Illness(String words, Level level) {
        this.words = words;
        this.level = level;
    }

    /** Half a sentence for people. */
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
