package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What extractors saw in data sets, kept under the extractor's hash and the checksum of the images, so that both decide
 * whether it still holds.
 */
public record FeatureCache(CacheFolder folder, Consumer<String> notice) {
    private static final int BATCH = 1000;
    private static final long MOST_NUMBERS = 1L << 26;
    private static final String FEATURES = "features";
    private static final String PROBABILITIES = "probabilities";

    /** What the extractor sees in these images: found, or looked at now and kept where that is possible. */
    public Extraction find(Extractor extractor, ImageSet images) {
        String name = FEATURES + "-" + extractor.hash() + "-" + images.checksum() + ".safetensors";
        Optional<Path> kept = folder.found(name);
        if (kept.isPresent()) {
            try {
                return read(kept.get(), images.size());
            } catch (IOException damaged) {
                notice.accept(damaged.getMessage() + "; it is made again");
            }
        }
        Extraction seen = look(extractor, images);
        if ((long) seen.count() * seen.features().width() > MOST_NUMBERS) return seen;
        try {
            write(folder.file(name), seen);
        } catch (IOException unkept) {
            notice.accept(unkept.getMessage() + "; what the extractor saw is not kept");
        }
        return seen;
    }

    /** What the extractor sees in these images, a thousand at a time. */
    public static Extraction look(Extractor extractor, ImageSet images) {
        List<Extraction> parts = new ArrayList<>();
        for (int start = 0; start < images.size(); start += BATCH) {
            Batch batch = images.batch(start, Math.min(BATCH, images.size() - start));
            parts.add(extractor.look(batch));
        }
        return Extraction.concatenated(parts);
    }

    private static void write(Path file, Extraction seen) throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put(FEATURES, stored(seen.features()));
        seen.probabilities().ifPresent(p -> tensors.put(PROBABILITIES, stored(p)));
        Safetensors.write(file, tensors, Map.of());
    }

    private static StoredTensor stored(Features rows) {
        return StoredTensor.of(rows.values(), rows.count(), rows.width());
    }

    private static Extraction read(Path file, int count) throws IOException {
        Map<String, StoredTensor> tensors = Safetensors.read(file).tensors();
        try {
            Features features = rows(Optional.ofNullable(tensors.get(FEATURES)).orElseThrow(), count);
            return new Extraction(
                    features, Optional.ofNullable(tensors.get(PROBABILITIES)).map(p -> rows(p, count)));
        } catch (RuntimeException wrong) {
            throw new IOException(file + ": holds no features of " + count + " images", wrong);
        }
    }

    private static Features rows(StoredTensor stored, int count) {
        if (stored.shape().length != 2 || stored.shape()[0] != count)
            throw new IllegalArgumentException("expected " + count + " rows, got " + stored);
        return new Features(count, Math.toIntExact(stored.shape()[1]), stored.floats());
    }
}
