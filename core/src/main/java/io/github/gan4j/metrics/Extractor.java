package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import java.util.List;

/**
 * Turns images into the numbers that metrics compare. Two scores can be compared only when the same extractor,
 * identified by its hash, looked at the images of both. One thread at a time; whoever made it closes it.
 */
public interface Extractor extends AutoCloseable {
    /** What it is, in a word or by its path, and how it prepares images. */
    String name();

    /** Identifies everything that decides what it sees: 16 hexadecimal digits. */
    String hash();

    /** The classes that it knows, in order; empty where it knows none. */
    default List<String> classes() {
        return List.of();
    }

    /**
     * What it sees in images; no image influences what is seen in another.
     *
     * @throws IllegalArgumentException when the images are not of a shape that it can look at
     */
    Extraction look(Batch images);

    @Override
    void close();
}
