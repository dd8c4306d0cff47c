package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;

/**
 * One change to what discriminators see, the same for real and fake.
 *
 * @param kind which change
 * @param strength standard deviation of {@code instance-noise}
 * @param samples how many samples a discriminator judges together in {@code packing}
 */
public record AugmentationPlan(
        Kind kind,
        @Default("0.1") Schedule strength,
        @Default("2") int samples) {

    /** The changes. */
    public enum Kind {
        /** Normal noise added to every sample (Sønderby et al. 2017, arXiv 1610.04490). */
        INSTANCE_NOISE,
        /** Several samples stacked into one (PacGAN: Lin et al. 2018, arXiv 1712.04086). */
        PACKING
    }

    public AugmentationPlan {
        Check.between("strength", strength, 0, 100);
        Check.between("samples", samples, 2, 64);
    }
}
