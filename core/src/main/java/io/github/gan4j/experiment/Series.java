package io.github.gan4j.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * The trials of one recipe, or several draws of real samples.
 *
 * @param title for people
 * @param word for files: {@code published}, {@code own} or {@code real}
 */
record Series(String title, String word, List<Result> results) {
    Series {
        results = List.copyOf(results);
    }

    /** What the trials gave for one measure. */
    Tries tries(int measure) {
        return new Tries(results.stream()
                .mapToDouble(result -> result.scores().get(measure))
                .toArray());
    }

    /** One cell for each measure. */
    List<String> cells(List<Measure> measures) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) cells.add(measures.get(i).shown(tries(i)));
        return cells;
    }

    double meanSeconds() {
        return new Tries(results.stream().mapToDouble(Result::seconds).toArray()).mean();
    }
}
