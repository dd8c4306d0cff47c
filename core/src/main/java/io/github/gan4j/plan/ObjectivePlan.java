package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;

/**
 * What each side minimises.
 *
 * @param name which pair of formulas
 * @param smoothing how far the label of real samples stays below 1, for the objectives that have labels
 * @param generatorWeight how much the game counts in what generators minimise, beside the content terms
 */
public record ObjectivePlan(
        @Default("non-saturating") Name name,
        @Default("0") double smoothing,
        @Default("1") Schedule generatorWeight) {

    /** The pairs of formulas. */
    public enum Name {
        /** Goodfellow et al. 2014, arXiv 1406.2661, section 3. */
        NON_SATURATING,
        /** Goodfellow et al. 2014, arXiv 1406.2661, equation 1. */
        MINIMAX,
        /** Mao et al. 2017, arXiv 1611.04076. */
        LEAST_SQUARES,
        /** Arjovsky et al. 2017, arXiv 1701.07875. */
        WASSERSTEIN,
        /** Lim and Ye 2017, arXiv 1705.02894. */
        HINGE,
        /** Jolicoeur-Martineau 2019, arXiv 1807.00734. */
        RELATIVISTIC,
        /** Salimans et al. 2016, arXiv 1606.03498, section 3.1. */
        FEATURE_MATCHING
    }

    public ObjectivePlan {
        if (!(smoothing >= 0 && smoothing < 0.5))
            throw new IllegalArgumentException("smoothing must be at least 0 and below 0.5, found " + smoothing);
        Check.between("generatorWeight", generatorWeight, 0, 1e6);
    }
}
