package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * The running average of the generator's parameters that samples are made with.
 *
 * @param halfLife images after which old parameters weigh half; 0 for no average
 */
public record AveragePlan(@Default("0") long halfLife) {
    public AveragePlan {
        Check.atLeast("halfLife", halfLife, 0);
    }

    /** Whether there is an average at all. */
    public boolean kept() {
        return halfLife > 0;
    }
}
