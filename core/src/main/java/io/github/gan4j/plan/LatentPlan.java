package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

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
        NORMAL(0, 1),
        /** Even on [-1, 1]. */
        UNIFORM(0, 1 / Math.sqrt(3)),
        /** Even on [0, 1]. */
        UNIFORM01(0.5, 1 / Math.sqrt(12)),
        /** One number, even on [-8, 8]; in training each batch has it at equal steps (the program gan-intro, 2016). */
        STRATIFIED(0, 8 / Math.sqrt(3));

        private final double mean;
        private final double deviation;

        Distribution(double mean, double deviation) {
            this.mean = mean;
            this.deviation = deviation;
        }

        /** The mean of each number of a latent. */
        public double mean() {
            return mean;
        }

        /** The standard deviation of each number of a latent. */
        public double deviation() {
            return deviation;
        }
    }

    /** Fresh latents in every turn. */
    public LatentPlan(int size, Distribution distribution) {
        this(size, distribution, false);
    }

    public LatentPlan {
        Check.between("size", size, 1, 65_536);
        if (distribution == Distribution.STRATIFIED && size != 1)
            throw new IllegalArgumentException("size must be 1 where distribution is stratified, got " + size);
    }
}
