package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * What discriminators learn from samples whose class is known, beside what they learn from all the others.
 *
 * @param labelled how many samples have a known class, as many of each; 0 for none
 * @param batch how many of them are looked at in a step
 * @param strength of their cost, the cross-entropy of the classes; 2 gives them the weight of Salimans et al. 2016
 * @param agreement strength of the cost of samples of unknown class that are taken for another class when they are seen
 *     through augmentations (FixMatch: Sohn et al. 2020, arXiv 2001.07685); 0 for none
 * @param certainty the least probability of a class that is believed in for that
 * @param information strength of the information that the classes of samples and of their augmented views shall have of
 *     one another (Ji et al. 2019, arXiv 1807.06653); 0 for none
 */
public record SupervisionPlan(
        @Default("0") int labelled,
        @Default("100") int batch,
        @Default("2") double strength,
        @Default("0") Schedule agreement,
        @Default("0.95") double certainty,
        @Default("0") Schedule information) {

    public SupervisionPlan {
        Check.between("labelled", labelled, 0, 1_000_000);
        Check.between("batch", batch, 1, 65_536);
        if (!(strength > 0 && strength <= 1e9))
            throw new IllegalArgumentException("strength must be above 0 and at most 1e9, got " + strength);
        agreement.requireBetween("agreement", 0, 1e9);
        information.requireBetween("information", 0, 1e9);
        if (!(certainty > 0.5 && certainty < 1))
            throw new IllegalArgumentException("certainty must be above 0.5 and below 1, got " + certainty);
    }

    /** Whether there are such samples at all. */
    public boolean wanted() {
        return labelled > 0;
    }

    void requireFor(boolean classifying) {
        if (classifying != wanted())
            throw new IllegalArgumentException(
                    classifying
                            ? "supervision.labelled must be above 0 where discriminator.network.labels is classify,"
                                    + " got 0"
                            : "discriminator.network.labels must be classify where supervision.labelled is above 0,"
                                    + " got another word");
    }
}
