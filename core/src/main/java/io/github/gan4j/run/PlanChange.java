package io.github.gan4j.run;

import io.github.gan4j.plan.Plan;
import java.io.IOException;

/** How the plan of a run changes where it is taken up again. */
@FunctionalInterface
public interface PlanChange {
    /**
     * The changed plan.
     *
     * @throws IllegalArgumentException in one line, when the plan cannot be changed so
     * @throws IOException in one line, when something that the change names cannot be found
     */
    Plan of(Plan plan) throws IOException;
}
