package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * What each side minimises.
 *
 * @param name which pair of formulas
 * @param smoothing how far the label of real samples stays below 1, for the objectives that have labels
 * @param generatorWeight how much the game counts in what generators minimise, beside the content terms
 * @param generatorShare of a generator's samples from which it learns, those with the highest scores (top-k: Sinha et al.
 *     2020, arXiv 2002.06224)
 * @param distinction what generators pay for being taken for one another, and discriminators for taking them so (MGAN:
 *     Hoang et al. 2018, arXiv 1708.02556)
 * @param foresight how many steps of the discriminators generators look ahead (unrolled: Metz et al. 2017, arXiv 1611.02163)
 * @param foresightRate learning rate of these steps
 */
public record ObjectivePlan(
        @Default("non-saturating") Name name,
        @Default("0") double smoothing,
        @Default("1") Schedule generatorWeight,
        @Default("1") Schedule generatorShare,
        @Default("0") Schedule distinction,
        @Default("0") int foresight,
        @Default("1e-3") Schedule foresightRate) {

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
        FEATURE_MATCHING;

        /** Whether what both sides minimise is above 0 at rest, so that losses can be compared by their ratio. */
        boolean isPositive() {
            return this == NON_SATURATING || this == LEAST_SQUARES || this == RELATIVISTIC;
        }
    }

    /** Whether discriminators tell generators apart. */
    public boolean distinguishing() {
        return distinction.highest() > 0;
    }

    public ObjectivePlan {
        if (!(smoothing >= 0 && smoothing < 0.5))
            throw new IllegalArgumentException("smoothing must be at least 0 and below 0.5, got " + smoothing);
        generatorWeight.requireBetween("generatorWeight", 0, 1e6);
        if (!(generatorShare.lowest() > 0 && generatorShare.highest() <= 1))
            throw new IllegalArgumentException(
                    "generatorShare must stay above 0 and at most 1, got " + generatorShare.written());
        distinction.requireBetween("distinction", 0, 1e6);
        Check.between("foresight", foresight, 0, 100);
        foresightRate.requireBetween("foresightRate", 0, 100);
        if (name == Name.FEATURE_MATCHING && generatorShare.lowest() < 1)
            throw new IllegalArgumentException("generatorShare must be 1 with feature-matching, which compares means of"
                    + " features, got " + generatorShare.written());
    }
}
