package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * How closely a run is watched for illnesses, and whether something is done about them.
 *
 * @param every how often samples and discriminators are looked at: by images exactly, by seconds in at most about a hundredth
 *     of the time; where both are 0, 24 times in the planned length
 * @param tries how often a run may return to a checkpoint and change one setting when training fails; 0 for diagnosis only
 */
public record DoctorPlan(
        @Default("{}") Every every,
        @Default(value = "0", off = true) int tries) {
    private static final int MOST_TRIES = 20;

    public DoctorPlan {
        Check.between("tries", tries, 0, MOST_TRIES);
    }
}
