package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * Samples whose class is known, from which discriminators learn beside all the others.
 *
 * @param labelled how many, as many of each class
 * @param batchSize how many of them are looked at in a step
 * @param weight of the cross-entropy of their classes; 2 gives them the weight of Salimans et al. 2016
 * @param consistency weight of the cross-entropy between an unlabelled sample's class and that of its augmented view
 *     (FixMatch: Sohn et al. 2020, arXiv:2001.07685)
 * @param confidence the least probability of a class that counts for that
 * @param mutualInformation weight of the mutual information between the classes of samples and of their augmented views
 *     (Ji et al. 2019, arXiv:1807.06653)
 */
public record SupervisionPlan(
        int labelled,
        @Default("100") int batchSize,
        @Default("2") double weight,
        @Default(value = "0", off = true) Schedule consistency,
        @Default("0.95") double confidence,
        @Default(value = "0", off = true) Schedule mutualInformation) {

    public SupervisionPlan {
        Check.between("labelled", labelled, 1, 1_000_000);
        Check.between("batchSize", batchSize, 1, 65_536);
        if (!(weight > 0 && weight <= 1e9))
            throw new IllegalArgumentException("weight must be above 0 and at most 1e9, got " + weight);
        consistency.requireBetween("consistency", 0, 1e9);
        mutualInformation.requireBetween("mutualInformation", 0, 1e9);
        if (!(confidence > 0.5 && confidence < 1))
            throw new IllegalArgumentException("confidence must be above 0.5 and below 1, got " + confidence);
    }
}
