package io.github.gan4j.plan;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Default;

/**
 * One thing that generators pay for being unlike the reals behind their damaged input.
 *
 * @param kind how the two are compared
 * @param weight how much it counts
 */
public record ContentPlan(Kind kind, @Default("1") Schedule weight) {
    /** How what was made is compared with the reals. */
    public enum Kind {
        /** The mean absolute difference. */
        L1,
        /** The mean squared difference. */
        L2,
        /** The mean absolute difference after both were shrunk by {@code damage.factor}. */
        SHRUNK_L1
    }

    public ContentPlan {
        weight.requireBetween("weight", 0, 1e6);
    }
}
