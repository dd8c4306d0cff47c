package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * One extra cost that keeps discriminators smooth.
 *
 * @param kind which formula
 * @param strength its factor, called gamma or lambda in the papers
 * @param every charged in every so-manieth turn of the discriminator, then so many times as strong
 */
public record PenaltyPlan(
        Kind kind,
        @Default("1") Schedule strength,
        @Default("1") int every) {

    /** The formulas. */
    public enum Kind {
        /** Gradient at real samples (Mescheder et al. 2018, arXiv 1801.04406). */
        R1,
        /** Gradient at fake samples (Mescheder et al. 2018, arXiv 1801.04406). */
        R2,
        /** Gradient of length one between real and fake (Gulrajani et al. 2017, arXiv 1704.00028). */
        GRADIENT,
        /** Gradient of length one around real samples (Kodali et al. 2017, arXiv 1705.07215). */
        DRAGAN,
        /** R1 from a difference of two scores, without a second derivative. */
        FINITE_R1,
        /** R2 from a difference of two scores, without a second derivative. */
        FINITE_R2;

        /** Whether it takes the slope of the discriminator, and learning from it the slope of that. */
        boolean exact() {
            return this != FINITE_R1 && this != FINITE_R2;
        }
    }

    public PenaltyPlan {
        strength.requireBetween("strength", 0, 1e9);
        Check.between("every", every, 1, 100_000);
    }
}
