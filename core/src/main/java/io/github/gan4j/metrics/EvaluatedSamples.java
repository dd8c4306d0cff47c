package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.ImageSet;
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
public record EvaluatedSamples(
        Specimens reals, Specimens others, Specimens fakes, List<String> classes, Optional<Distribution> known) {
    /** Restored images in the place of fakes beside their originals, both as pixels and in the same order. */
    public static EvaluatedSamples ofRestored(ImageSet originals, float[] restored) {
        Batch clean = originals.batch(0, originals.size());
        Specimens reals = Specimens.of(originals, new RawPixels().look(clean));
        Batch made = new Batch(originals.size(), originals.shape(), restored, new int[0]);
        return new EvaluatedSamples(reals, reals, Specimens.of(made), List.of(), Optional.empty());
    }

    /** The features of the reals. */
    Features real() {
        return reals.features();
    }

    /** The features of the fakes. */
    Features fake() {
        return fakes.features();
    }

    /** The same with the other reals in the place of the fakes: what a metric says of these is its floor. */
    EvaluatedSamples floor() {
        return new EvaluatedSamples(reals, others, others, classes, known);
    }
}
