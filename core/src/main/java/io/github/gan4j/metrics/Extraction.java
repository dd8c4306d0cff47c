package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** Features alone, computed in batches, without gradients. */
    static Extraction ofFeatures(Batch images, int atOnce, UnaryOperator<Tensor> network) {
        SampleShape shape = images.shape();
        List<Extraction> parts = new ArrayList<>();
        for (int start = 0; start < images.count(); start += atOnce) {
            int count = Math.min(atOnce, images.count() - start);
            float[] values = Arrays.copyOfRange(images.values(), start * shape.size(), (start + count) * shape.size());
            try (Scope scope = new Scope()) {
                float[] seen = Scope.withoutGradients(() -> network.apply(Tensor.of(values, shape.dimensions(count)))
                        .toFloats());
                parts.add(new Extraction(new Features(count, seen.length / count, seen), Optional.empty()));
            }
        }
        return concatenated(parts);
    }

    public int count() {
        return features.count();
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
