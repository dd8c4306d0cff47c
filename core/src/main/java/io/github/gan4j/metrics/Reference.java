package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Split;
import java.util.Optional;

/**
 * The reals that generated samples are compared with, and as many others for the floor, as an extractor sees them.
 *
 * @param data one line for people
 * @param checksum of the data that the reals are from
 * @param split which part the reals are and which the others
 * @param known the distribution that they come from, where it is known
 */
public record Reference(
        String data,
        String checksum,
        String split,
        SampleShape shape,
        Specimens reals,
        Specimens others,
        Optional<Distribution> known) {
    private static final int USUAL_COUNT = 10_000;

    private static final long SEED = 0x72656661L;

    /**
     * Reals from the part to learn from; the others from the held-out part where it is large enough, else from the rest
     * of the same part.
     *
     * @param wanted how many of each; 0 for 10 000, or as many as there are
     * @throws IllegalArgumentException when there are not twice as many as wanted
     */
    public static Reference of(Split split, int wanted, Extractor extractor, FeatureCache cache) {
        int all = split.train().size(), most = most(split), count = wanted > 0 ? wanted : usualCount(split);
        if (count < 2 || count > most)
            throw new IllegalArgumentException("count must be between 2 and " + most + " for these "
                    + split.train().describe() + ", got " + count + "; as many reals again are needed for the floor");
        boolean heldBack = split.test().size() >= count;
        ImageSet reals = split.train().part(0, count);
        ImageSet others = heldBack ? split.test().part(0, count) : split.train().part(all - count, all);
        return new Reference(
                split.train().describe(),
                split.train().checksum(),
                "training part" + (heldBack ? "; floor: " + split.how() : "; floor: another half of it"),
                split.train().shape(),
                Specimens.of(reals, cache.find(extractor, reals)),
                Specimens.of(others, cache.find(extractor, others)),
                Optional.empty());
    }

    /** How many of each there are when nobody says: 10 000, or as many as there are. */
    public static int usualCount(Split split) {
        return Math.min(USUAL_COUNT, most(split));
    }

    private static int most(Split split) {
        return Math.min(
                split.train().size(),
                Math.max(split.test().size(), split.train().size() / 2));
    }

    /** Points of a distribution, which are their own features. */
    public static Reference of(Distribution known, int wanted) {
        int count = wanted > 0 ? wanted : USUAL_COUNT;
        Samples samples = known.samples(SEED);
        Batch reals = samples.batch(0, count), others = samples.batch(count, count);
        return new Reference(
                known.describe(),
                samples.checksum(),
                "fresh samples of the distribution",
                samples.shape(),
                Specimens.of(reals),
                Specimens.of(others),
                Optional.of(known));
    }

    public int count() {
        return reals.count();
    }
}
