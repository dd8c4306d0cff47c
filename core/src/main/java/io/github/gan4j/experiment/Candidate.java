package io.github.gan4j.experiment;

import io.github.gan4j.plan.Plan;
import java.util.List;

/**
 * One of the plans that an experiment compares.
 *
 * @param name a word for its folder
 * @param title for people: what is special about it
 * @param plan without seed
 */
public record Candidate(String name, String title, Plan plan) {
    private static final String AS_IT_IS = "as it is";

    /** A plan with these settings changed; with none, the plan as it is. */
    static Candidate of(String name, Plan base, List<String> settings) {
        return new Candidate(
                name, settings.isEmpty() ? AS_IT_IS : String.join(" ", settings), PlanChanges.with(base, settings));
    }

    /** Whether no setting was changed. */
    boolean asItIs() {
        return title.equals(AS_IT_IS);
    }
}
