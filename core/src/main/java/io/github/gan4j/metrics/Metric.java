package io.github.gan4j.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A metric by its name, as it is asked for.
 *
 * @param name in lower case with hyphens
 * @param shortNames other names by which it can be asked for
 * @param deciding the name of its score that says which of two generators is the better one
 * @param better which way that score improves
 * @param lacks why it cannot be computed here; nothing where it can
 * @param scores what it says
 */
public record Metric(
        String name,
        List<String> shortNames,
        String deciding,
        Better better,
        Function<Sides, Optional<String>> lacks,
        Function<Sides, List<Score>> scores) {
    boolean isCalled(String wanted) {
        return name.equals(wanted) || shortNames.contains(wanted);
    }
}
