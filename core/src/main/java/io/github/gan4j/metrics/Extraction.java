package io.github.gan4j.metrics;

import java.util.List;
import java.util.Optional;

/**
 * What an extractor saw in some images, row by row.
 *
 * @param probabilities of the classes that the extractor knows, each row with the sum 1, if it knows any
 */
public record Extraction(Features features, Optional<Features> probabilities) {
    public Extraction {
        probabilities.ifPresent(p -> {
            if (p.count() != features.count())
                throw new IllegalArgumentException(
                        features.count() + " rows of features need as many of probabilities, not " + p.count());
        });
    }

    public int count() {
        return features.count();
    }

    /** Rows {@code from … to - 1}. */
    public Extraction part(int from, int to) {
        return new Extraction(features.part(from, to), probabilities.map(p -> p.part(from, to)));
    }

    /** Several, one after the other; all from one extractor. */
    static Extraction concatenated(List<Extraction> parts) {
        Features features = joined(parts.stream().map(Extraction::features).toList());
        return parts.get(0).probabilities.isEmpty()
                ? new Extraction(features, Optional.empty())
                : new Extraction(
                        features,
                        Optional.of(joined(parts.stream()
                                .map(part -> part.probabilities.orElseThrow())
                                .toList())));
    }

    private static Features joined(List<Features> parts) {
        int count = parts.stream().mapToInt(Features::count).sum(),
                width = parts.get(0).width(),
                at = 0;
        float[] values = new float[Math.multiplyExact(count, width)];
        for (Features part : parts) {
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.values().length;
        }
        return new Features(count, width, values);
    }
}
