package io.github.gan4j.tune;

import io.github.gan4j.metrics.Better;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How a candidate stands.
 *
 * @param results one for each seed that has run
 */
record Standing(Candidate candidate, List<Result> results) {
    /** The 97.5 % points of Student's distribution with 1, 2, 3, … degrees of freedom. */
    private static final double[] STUDENT = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228};

    private static final double NORMAL = 1.96;

    Standing {
        results = List.copyOf(results);
    }

    /** Of the seeds whose players did not break; NaN where all broke. */
    double mean(ToDoubleFunction<Result> number) {
        return results.stream()
                .mapToDouble(number)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    double score() {
        return mean(Result::score);
    }

    /** Half the width of Student's interval of 95 % around the mean score; nothing with fewer than two seeds. */
    OptionalDouble margin() {
        double[] scores = results.stream()
                .mapToDouble(Result::score)
                .filter(score -> !Double.isNaN(score))
                .toArray();
        if (scores.length < 2) return OptionalDouble.empty();
        double mean = score(), squares = 0;
        for (double score : scores) squares += (score - mean) * (score - mean);
        int degrees = scores.length - 1;
        double error = Math.sqrt(squares / degrees / scores.length);
        return OptionalDouble.of(error * (degrees <= STUDENT.length ? STUDENT[degrees - 1] : NORMAL));
    }

    long broken() {
        return results.stream().filter(Result::broke).count();
    }

    long images() {
        return results.stream().mapToLong(Result::images).max().orElse(0);
    }

    /** Fewer broken seeds first, then the longer race, then the better score. */
    int compare(Standing other, Better better) {
        if (images() != other.images()) return Long.compare(other.images(), images());
        if (broken() != other.broken()) return Long.compare(broken(), other.broken());
        return better == Better.HIGHER
                ? Double.compare(other.score(), score())
                : Double.compare(score(), other.score());
    }
}
