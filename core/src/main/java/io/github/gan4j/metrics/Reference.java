package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.RandomPart;
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
    /** By which the reals are drawn. */
    public static final long SEED = 0;
    /** By which generated samples in files are drawn; another, so that a set compared with itself is no pair of equal parts. */
    public static final long SEED_OF_SAMPLES = 1;

    private static final int USUAL_COUNT = 10_000;

    private static final long SEED_OF_POINTS = 0x72656661L;

    /**
     * Reals from the part to learn from; the others from a part held out where that comes from elsewhere and is large enough,
     * else from the rest of the same images. Both are drawn at random.
     *
     * @param wanted how many of each; 0 for 10 000, or as many as there are
     * @throws IllegalArgumentException when there are not twice as many as wanted
     */
    public static Reference of(Split split, int wanted, Extractor extractor, FeatureCache cache) {
        int most = most(split), count = wanted > 0 ? wanted : usualCount(split);
        if (most < 2)
            throw new IllegalArgumentException(
                    "an evaluation needs 4 real images or more, 2 to compare with and 2 for the" + " floor; there are "
                            + split.all().describe());
        if (count < 2 || count > most)
            throw new IllegalArgumentException("count must be between 2 and " + most + " for these "
                    + split.all().describe() + ", got " + count + "; as many reals again are needed for the floor");
        boolean elsewhere = split.independent() && split.test().size() >= count;
        RandomPart drawn = RandomPart.of(split.all(), elsewhere ? count : 2 * count, SEED);
        RandomPart others = RandomPart.of(split.test(), count, SEED);
        ImageSet first = drawn.images().part(0, count);
        ImageSet second = elsewhere ? others.images() : drawn.images().part(count, 2 * count);
        return new Reference(
                split.all().describe(),
                split.all().checksum(),
                new RandomPart(first, drawn.of(), SEED).describe() + "; floor: "
                        + (elsewhere ? split.how() + ", " + others.describe() : count + " others of them"),
                split.train().shape(),
                Specimens.of(first, cache.find(extractor, first)),
                Specimens.of(second, cache.find(extractor, second)),
                Optional.empty());
    }

    /** How many of each there are when nobody says: 10 000, or as many as there are. */
    public static int usualCount(Split split) {
        return Math.min(USUAL_COUNT, most(split));
    }

    /** As many reals of each kind as there are: those to compare with, and as many again for the floor. */
    public static int most(Split split) {
        int half = split.all().size() / 2;
        return split.independent()
                ? Math.min(split.train().size(), Math.max(split.test().size(), half))
                : half;
    }

    /** Points of a distribution, which are their own features. */
    public static Reference of(Distribution known, int wanted) {
        int count = wanted > 0 ? wanted : USUAL_COUNT;
        Samples samples = known.samples(SEED_OF_POINTS);
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
