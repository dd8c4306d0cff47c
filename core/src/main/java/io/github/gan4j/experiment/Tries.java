package io.github.gan4j.experiment;

import java.util.Arrays;

/** What several tries at the same thing gave. */
record Tries(double... values) {
    Tries {
        if (values.length == 0) throw new IllegalArgumentException("a mean needs at least 1 number, got 0");
    }

    int count() {
        return values.length;
    }

    double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The standard error of the mean; 0 for a single try. */
    double error() {
        if (values.length < 2) return 0;
        double mean = mean();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1.0) / values.length);
    }
}
