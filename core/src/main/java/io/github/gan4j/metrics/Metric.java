package io.github.gan4j.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A metric and the names by which it can be asked for.
 *
 * @param name in lower case with hyphens
 * @param shortNames its other names
 * @param deciding the name of its score that says which of two generators is the better one
 * @param better which way that score improves
 * @param lacks why it cannot be computed from these samples; nothing where it can
 * @param scores the scores of these samples
 */
public record Metric(
        String name,
        List<String> shortNames,
        String deciding,
        Better better,
        Function<EvaluatedSamples, Optional<String>> lacks,
        Function<EvaluatedSamples, List<Score>> scores) {
    /** This metric, where another of its scores decides. */
    Metric decidedBy(String score) {
        return new Metric(name, shortNames, score, better, lacks, scores);
    }

    boolean isCalled(String wanted) {
        return name.equals(wanted) || shortNames.contains(wanted);
    }

    /** The name with the short ones in brackets, for people. */
    @Override
    public String toString() {
        return shortNames.isEmpty() ? name : name + " (" + String.join(", ", shortNames) + ")";
    }
}
