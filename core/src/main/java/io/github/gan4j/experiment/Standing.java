package io.github.gan4j.experiment;

import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How a candidate stands.
 *
 * @param results one for each seed that has run
 * @param rounds that all of them have reached; batches go a little beyond the images of a round, each size differently
 */
record Standing(Candidate candidate, List<HeatResult> results, int rounds) {
    Standing {
        results = List.copyOf(results);
    }

    /** Of the seeds whose players did not break; NaN where all broke. */
    double mean(ToDoubleFunction<HeatResult> number) {
        return results.stream()
                .mapToDouble(number)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    double score() {
        return mean(HeatResult::score);
    }

    /** Half the width of Student's interval of 95 % around the mean score; nothing with fewer than two seeds. */
    OptionalDouble margin() {
        double[] scores = results.stream()
                .mapToDouble(HeatResult::score)
                .filter(score -> !Double.isNaN(score))
                .toArray();
        if (scores.length < 2) return OptionalDouble.empty();
        Interval interval = Interval.ofMean(scores, "Student over seeds");
        return OptionalDouble.of((interval.high() - interval.low()) / 2);
    }

    long broken() {
        return results.stream().filter(HeatResult::broke).count();
    }

    long images() {
        return results.stream().mapToLong(HeatResult::images).max().orElse(0);
    }

    /** More rounds first, then fewer broken seeds, then the better score. */
    int compare(Standing other, Better better) {
        if (rounds != other.rounds) return Integer.compare(other.rounds, rounds);
        if (broken() != other.broken()) return Long.compare(broken(), other.broken());
        return better == Better.HIGHER
                ? Double.compare(other.score(), score())
                : Double.compare(score(), other.score());
    }
}
