package io.github.gan4j.plan;

/**
 * What a generator starts from.
 *
 * @param size how many numbers
 * @param distribution how each is drawn
 * @param reuse whether all turns of a step start from the same latents
 */
public record LatentPlan(
        @Default("64") int size,
        @Default("normal") Distribution distribution,
        @Default("false") boolean reuse) {

    /** How one latent number is drawn. */
    public enum Distribution {
        /** Mean 0, standard deviation 1. */
        NORMAL,
        /** Even on [-1, 1]. */
        UNIFORM,
        /** Even on [0, 1]. */
        UNIFORM01,
        /** One number, even on [-8, 8]; in training each batch has it at equal steps (the program gan-intro, 2016). */
        STRATIFIED
    }

    /** Fresh latents in every turn. */
    public LatentPlan(int size, Distribution distribution) {
        this(size, distribution, false);
    }

    public LatentPlan {
        Check.between("size", size, 1, 65_536);
        if (distribution == Distribution.STRATIFIED && size != 1)
            throw new IllegalArgumentException("size must be 1 where distribution is stratified, found " + size);
    }
}
