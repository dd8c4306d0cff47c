package io.github.gan4j.experiment;

import io.github.gan4j.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/**
 * What races.
 *
 * @param plan that is varied
 * @param varied keys and values, all combinations of which race; with neither these nor {@code tried} the usual ones do
 * @param tried candidates by themselves, each some settings as {@code --set} takes them; the plan as it is races too
 * @param minutes of training for all of it
 * @param seeds of each candidate: 1, 2, 3 and so on
 * @param dropping whether the worse half drops out after each round; otherwise all go equally far, once
 * @param out the folder of the race
 */
public record RaceOrder(
        Plan plan, List<Vary> varied, List<List<String>> tried, double minutes, int seeds, boolean dropping, Path out) {
    private static final int MOST_SEEDS = 100;
    private static final double MOST_MINUTES = 1_000_000;

    /** @throws IllegalArgumentException in one line, when a number is beyond its limits */
    public RaceOrder {
        varied = List.copyOf(varied);
        tried = tried.stream().map(List::copyOf).toList();
        if (!(minutes > 0 && minutes <= MOST_MINUTES))
            throw new IllegalArgumentException("--minutes must be above 0 and at most 1000000, got " + minutes);
        if (seeds < 1 || seeds > MOST_SEEDS)
            throw new IllegalArgumentException("--seeds must be between 1 and " + MOST_SEEDS + ", got " + seeds);
        if (plan.restoring())
            throw new IllegalArgumentException(
                    "plan '" + plan.name() + "' restores images; tune is for plans that" + " generate samples");
    }
}
