package io.github.gan4j.experiment;

import io.github.gan4j.settings.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a benchmark is run.
 *
 * @param seeds trials of each recipe, with the seeds 1, 2, 3 and so on
 * @param budget the part of each plan's length that is trained; its schedules are shortened with it
 * @param recipes {@code published}, {@code own} or {@code both}
 * @param threads that compute; 0 for those of the plans
 * @param out the folder of all that is written
 * @param data the folder of MNIST, where it is not found by name
 */
public record BenchOptions(int seeds, double budget, String recipes, int threads, Path out, Optional<Path> data) {
    /** @throws IllegalArgumentException in one line, when a number is beyond its limits or there is no such recipe */
    public BenchOptions {
        Check.between("seeds", seeds, 1, 1000);
        Check.aboveZero("budget", budget, 100);
        if (!List.of("published", "own", "both").contains(recipes))
            throw new IllegalArgumentException("recipe must be published, own or both, got '" + recipes + "'");
        Check.between("threads", threads, 0, 1024);
    }

    boolean takes(String recipe) {
        return recipes.equals("both") || recipes.equals(recipe);
    }
}
