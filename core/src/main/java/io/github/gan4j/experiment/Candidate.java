package io.github.gan4j.experiment;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import java.util.List;

/**
 * One way to set a plan.
 *
 * @param name a word for its folder
 * @param settings as {@code --set} takes them; none for the plan as it is
 */
public record Candidate(String name, List<String> settings) {
    public Candidate {
        settings = List.copyOf(settings);
    }

    /** @throws IllegalArgumentException in one line, when the settings make no plan */
    Plan plan(Plan base) {
        return Draft.of(base).set(settings).plan();
    }

    /** For people. */
    public String words() {
        return settings.isEmpty() ? "as it is" : String.join(" ", settings);
    }
}
