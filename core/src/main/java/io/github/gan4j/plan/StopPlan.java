package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * The end of a run: the first limit reached.
 *
 * @param images real samples seen; 0 for no limit
 * @param minutes of training; 0 for no limit
 */
public record StopPlan(
        @Default(value = "0", off = true) long images,
        @Default(value = "0", off = true) double minutes) {
    public StopPlan {
        Check.atLeast("images", images, 0);
        Check.between("minutes", minutes, 0, 1_000_000);
        if (images == 0 && minutes == 0)
            throw new IllegalArgumentException(
                    "images or minutes must be above 0, or the run would never end; got 0 and 0");
    }
}
