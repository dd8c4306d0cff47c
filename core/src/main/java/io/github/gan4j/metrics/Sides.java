package io.github.gan4j.metrics;

import io.github.gan4j.data.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * What a metric looks at: generated samples beside real ones, all as one extractor sees them.
 *
 * @param reals what the fakes are compared with
 * @param others as many reals again, none of them among {@code reals}
 * @param classes that the extractor knows; empty where it knows none
 * @param known the distribution that the reals come from, where it is known
 */
public record Sides(
        Specimens reals, Specimens others, Specimens fakes, List<String> classes, Optional<Distribution> known) {
    /** The same with the other reals in the place of the fakes: what a metric says of these is its floor. */
    Sides floor() {
        return new Sides(reals, others, others, classes, known);
    }
}
