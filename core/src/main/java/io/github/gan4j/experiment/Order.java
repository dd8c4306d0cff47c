package io.github.gan4j.experiment;

import io.github.gan4j.experiment.Recipe.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done for a benchmark.
 *
 * @param seeds how many trials of each recipe, of seeds 1, 2, 3 and so on
 * @param budget the part of each plan's length that is trained; the schedules of the plan are shortened with it
 * @param recipes {@code published}, {@code own} or {@code both}
 * @param threads that compute; 0 as the plan says
 * @param out the folder of all that is written
 * @param data the digits, where they do not lie in a data folder
 */
public record Order(int seeds, double budget, String recipes, int threads, Path out, Optional<Path> data) {
    private static final int MOST_SEEDS = 1000;

    /** @throws IllegalArgumentException in one line, when a number is beyond its limits or there is no such recipe */
    public Order {
        if (seeds < 1 || seeds > MOST_SEEDS)
            throw new IllegalArgumentException("seeds must be between 1 and " + MOST_SEEDS + ", got " + seeds);
        if (!(budget > 0 && budget <= 100))
            throw new IllegalArgumentException("budget must be above 0 and at most 100, got " + budget);
        kinds(recipes);
    }

    List<Kind> kinds() {
        return kinds(recipes);
    }

    private static List<Kind> kinds(String recipes) {
        return switch (recipes) {
            case "published" -> List.of(Kind.PUBLISHED);
            case "own" -> List.of(Kind.OWN);
            case "both" -> List.of(Kind.PUBLISHED, Kind.OWN);
            default ->
                throw new IllegalArgumentException("recipe must be published, own or both, got '" + recipes + "'");
        };
    }
}
