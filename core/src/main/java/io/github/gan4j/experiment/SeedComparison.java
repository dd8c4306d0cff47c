package io.github.gan4j.experiment;

import io.github.gan4j.metrics.ConfidenceInterval;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two candidates by one score, seed by seed.
 *
 * @param difference Student's 95 % interval of first less second; empty for fewer than two seeds that both have
 * @param seeds that both have a score of
 */
record SeedComparison(Optional<ConfidenceInterval> difference, int seeds) {
    static SeedComparison of(CandidateResults first, CandidateResults second, ScoreColumn column) {
        double[] differences = IntStream.range(
                        0, Math.min(first.results().size(), second.results().size()))
                .mapToDouble(seed -> first.results().get(seed).score(column)
                        - second.results().get(seed).score(column))
                .filter(difference -> !Double.isNaN(difference))
                .toArray();
        return new SeedComparison(
                differences.length < 2
                        ? Optional.empty()
                        : Optional.of(ConfidenceInterval.ofMean(differences, "Student over seeds")),
                differences.length);
    }

    /** Whether the two differ by more than chance. */
    boolean apart() {
        return difference.isPresent() && !difference.get().contains(0);
    }
}
