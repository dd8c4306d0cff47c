package io.github.gan4j.experiment;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a race compares, and for how long.
 *
 * @param plan that is varied
 * @param varied keys and values, all combinations of which race; with neither these nor {@code tried} the usual ones do
 * @param tried candidates with settings of their own, as {@code --set} takes them; the plan as it is races too
 * @param minutes of training for all of it
 * @param seeds of each candidate: 1, 2, 3 and so on
 * @param eliminating whether the worse half drops out after each round; otherwise there is one round
 * @param out the folder of the race
 */
public record RaceOptions(
        Plan plan,
        List<Variation> varied,
        List<List<String>> tried,
        double minutes,
        int seeds,
        boolean eliminating,
        Path out) {
    /** @throws IllegalArgumentException in one line, when a number is beyond its limits or the plan cannot race */
    public RaceOptions {
        varied = List.copyOf(varied);
        tried = tried.stream().map(List::copyOf).toList();
        Check.aboveZero("minutes", minutes, 1_000_000);
        Check.between("seeds", seeds, 1, 100);
        if (plan.restoring())
            throw new IllegalArgumentException(
                    "plan '" + plan.name() + "' restores images; tune is for plans that generate samples");
        if (plan.doctor().tries() > 0)
            throw new IllegalArgumentException(
                    "doctor.tries (--auto-remedy) must be 0 in a race, since a remedy changes settings on the way; got "
                            + plan.doctor().tries());
    }

    /**
     * The settings of one candidate, written {@code key=value; key=value}.
     *
     * @throws IllegalArgumentException in one line, when there is none
     */
    public static List<String> settings(String text) {
        List<String> settings = Stream.of(text.split(";"))
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .toList();
        if (settings.isEmpty())
            throw new IllegalArgumentException(
                    "--try is written key=value, or 'key=value; key=value'; got '" + text + "'");
        return settings;
    }
}
