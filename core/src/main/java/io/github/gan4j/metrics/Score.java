package io.github.gan4j.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one metric says: a number, which way is better, from how many samples, how much of it is luck, and what a reader
 * has to know.
 *
 * @param name the metric in lower case with hyphens, {@code frechet-distance}
 * @param reals how many real samples went in; 0 where the metric looks at fakes only
 * @param fakes how many generated samples went in
 * @param interval empty where no honest one is affordable; a note then says why
 */
public record Score(
        String name,
        double value,
        Better better,
        int reals,
        int fakes,
        Optional<ConfidenceInterval> interval,
        List<String> notes) {
    /** @throws IllegalArgumentException when the value is not a number or a count is negative */
    public Score {
        if (Double.isNaN(value)) throw new IllegalArgumentException("the score " + name + " is not a number");
        if (reals < 0 || fakes < 0)
            throw new IllegalArgumentException(
                    "the counts of the score " + name + " must be at least 0, got " + reals + " and " + fakes);
        notes = List.copyOf(notes);
    }

    static Score of(String name, double value, Better better, int reals, int fakes) {
        return new Score(name, value, better, reals, fakes, Optional.empty(), List.of());
    }

    public Score with(ConfidenceInterval found) {
        return new Score(name, value, better, reals, fakes, Optional.of(found), notes);
    }

    public Score withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Score(name, value, better, reals, fakes, interval, more);
    }

    public Score named(String other) {
        return new Score(other, value, better, reals, fakes, interval, notes);
    }

    /** A value for people, as every table has it: four digits, and none behind the point of a whole number. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    /** One line: {@code frechet-distance 3.214 (3.1 to 3.3) from 10000 reals and 10000 fakes}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.4g", name, value)
                + interval.map(found -> " (" + found + ")").orElse("")
                + " from "
                + (reals == 0 ? "" : reals + " reals and ")
                + fakes
                + " fakes";
    }
}
