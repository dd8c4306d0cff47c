package io.github.gan4j.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A metric and the names by which it can be asked for.
 *
 * @param name in lower case with hyphens
 * @param shortNames its other names
 * @param deciding the name of its score that says which of two generators is the better one
 * @param better which way that score improves
 * @param also its other scores, each with the way it improves
 * @param fewest samples of each kind that it can be computed from
 * @param lacks why it cannot be computed from samples of this kind; nothing where it can
 * @param scores the scores of these samples
 */
public record Metric(
        String name,
        List<String> shortNames,
        String deciding,
        Better better,
        Map<String, Better> also,
        int fewest,
        Function<EvaluatedSamples, Optional<String>> lacks,
        Function<EvaluatedSamples, List<Score>> scores) {
    private static final int LONGEST_ABBREVIATION = 3;

    /** This metric, where another of its scores decides. */
    Metric decidedBy(String score) {
        return new Metric(name, shortNames, score, better, also, fewest, lacks, scores);
    }

    /** This metric, where it has other scores. */
    Metric with(Map<String, Better> others) {
        return new Metric(name, shortNames, deciding, better, Map.copyOf(others), fewest, lacks, scores);
    }

    /** Which way a score improves; empty for one that is not of this metric. */
    Optional<Better> better(String score) {
        return score.equals(deciding) ? Optional.of(better) : Optional.ofNullable(also.get(score));
    }

    /** This metric, where it takes more than two samples. */
    Metric from(int samples) {
        return new Metric(name, shortNames, deciding, better, also, samples, lacks, scores);
    }

    /** This metric; something else happens before it is computed. */
    public Metric preceded(Runnable first) {
        return new Metric(name, shortNames, deciding, better, also, fewest, lacks, sides -> {
            first.run();
            return scores.apply(sides);
        });
    }

    /** Why it cannot be computed from these samples, in words that go on after its name; nothing where it can. */
    Optional<String> obstacle(EvaluatedSamples sides) {
        int fewer = Math.min(sides.reals().count(), sides.fakes().count());
        return lacks.apply(sides)
                .or(() -> fewer < fewest
                        ? Optional.of("needs " + fewest + " samples of each kind, there are " + fewer)
                        : Optional.empty());
    }

    boolean isCalled(String wanted) {
        return name.equalsIgnoreCase(wanted) || shortNames.stream().anyMatch(wanted::equalsIgnoreCase);
    }

    /** The abbreviation that its field uses, {@code FID}; empty where there is none. */
    Optional<String> abbreviation() {
        return shortNames.stream()
                .filter(other -> other.length() <= LONGEST_ABBREVIATION && deciding.equals(name))
                .findFirst()
                .map(other -> other.toUpperCase(Locale.ROOT));
    }

    /** The name with the short ones in brackets, for people. */
    @Override
    public String toString() {
        return shortNames.isEmpty() ? name : name + " (" + String.join(", ", shortNames) + ")";
    }
}
