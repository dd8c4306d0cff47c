package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * When a run ends: at the first limit reached.
 *
 * @param images real samples seen; 0 for no limit
 * @param minutes of training; 0 for no limit
 */
public record LengthPlan(
        @Default("0") long images, @Default("0") double minutes) {
    public LengthPlan {
        Check.atLeast("images", images, 0);
        Check.between("minutes", minutes, 0, 1_000_000);
        if (images == 0 && minutes == 0)
            throw new IllegalArgumentException(
                    "images or minutes must be above 0, or the run would never end; got 0 and 0");
    }
}
