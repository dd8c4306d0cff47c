package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples of one kind together with what an extractor saw in them.
 *
 * @param images themselves, where they are images
 * @param labels the class of each, or the class that was asked for, where there are classes
 * @param labelNames names of those classes
 */
public record Specimens(Optional<ImageSet> images, Extraction seen, int[] labels, List<String> labelNames) {
    /** Images as the extractor sees them. */
    public static Specimens of(ImageSet images, Extraction seen) {
        int[] labels = images.labelled()
                ? IntStream.range(0, images.size()).map(images::label).toArray()
                : new int[0];
        return new Specimens(Optional.of(images), seen, labels, images.labelNames());
    }

    /** Samples of which only the extraction is known. */
    public static Specimens of(Extraction seen) {
        return new Specimens(Optional.empty(), seen, new int[0], List.of());
    }

    /** Points, which are their own features. */
    public static Specimens of(Batch points) {
        Features features = new Features(points.count(), points.shape().size(), points.values());
        return of(new Extraction(features, Optional.empty()));
    }

    public int count() {
        return seen.count();
    }

    public Features features() {
        return seen.features();
    }

    /** The most probable class of each by the extractor's probabilities; only where it knows classes. */
    public int[] classesSeen() {
        Features likely = seen.probabilities().orElseThrow();
        return IntStream.range(0, likely.count()).map(likely::largest).toArray();
    }

    /**
     * The labels as numbers of the classes that an extractor knows, found by their names.
     *
     * @return nothing when a name is unknown to the extractor
     */
    Optional<int[]> labelsAmong(List<String> classes) {
        int[] places = labelNames.stream().mapToInt(classes::indexOf).toArray();
        if (labels.length == 0 || Arrays.stream(places).anyMatch(place -> place < 0)) return Optional.empty();
        return Optional.of(Arrays.stream(labels).map(label -> places[label]).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Specimens that
                && images.equals(that.images)
                && seen.equals(that.seen)
                && Arrays.equals(labels, that.labels)
                && labelNames.equals(that.labelNames);
    }

    @Override
    public int hashCode() {
        return 31 * seen.hashCode() + Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return count() + " specimens of " + features().width() + " features";
    }
}
