package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import java.util.Optional;

/**
 * The extractor that sees just the numbers: of a point its coordinates, of an image its pixels.
 *
 * @param name what these numbers are
 */
public record RawPixels(String name) implements Extractor {
    public RawPixels() {
        this("pixels");
    }

    /** The same for points. */
    public static RawPixels ofPoints() {
        return new RawPixels("coordinates");
    }

    @Override
    public String hash() {
        return name;
    }

    @Override
    public Extraction look(Batch images) {
        return new Extraction(
                new Features(
                        images.count(), images.shape().size(), images.values().clone()),
                Optional.empty());
    }

    @Override
    public void close() {}
}
