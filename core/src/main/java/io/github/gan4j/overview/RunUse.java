package io.github.gan4j.overview;

import io.github.gan4j.plan.Plan;
import java.util.EnumSet;
import java.util.Set;

/** What can be done with the networks that a run has trained; each is the verb of the same name. */
public enum RunUse {
    RESTORE,
    UPSCALE,
    REDRAW,
    CLASSIFY,
    EVALUATE,
    EXPORT;

    /** The uses of runs of this plan. Exporting one of its networks is always among them. */
    public static Set<RunUse> of(Plan plan) {
        Set<RunUse> uses = EnumSet.of(EXPORT);
        if (plan.degradation().isPresent()) uses.add(plan.generator().input().factor() > 1 ? UPSCALE : RESTORE);
        if (plan.encoded().isPresent()) uses.add(REDRAW);
        if (plan.discriminator().supervision().isPresent() && !plan.ofPoints()) uses.add(CLASSIFY);
        if (plan.latents().isPresent()) uses.add(EVALUATE);
        return uses;
    }
}
