package io.github.gan4j.studio;

import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.NamedSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which images and which classifier somebody wants in the adversarial lab.
 *
 * @param data a set by name, pen strokes, or the path of a folder or zip with a folder for each class
 * @param size pixels a side; 0 for the data's own
 */
record Wish(String data, int size, Structure structure) {
    private static final int MOST_NAME = 1000;

    Wish {
        if (data.isBlank() || data.length() > MOST_NAME)
            throw new IllegalArgumentException(
                    "data must name a set or a folder, got '" + data.substring(0, Math.min(40, data.length())) + "'");
        if (size != 0 && (size < 8 || size > 256))
            throw new IllegalArgumentException(
                    "size must be within 8 and 256 pixels, or empty for the data's own, got " + size);
    }

    /** The files that are to be read, where they are named by a path. */
    Optional<Path> path() {
        return path(data);
    }

    /** The files that data of this name are read from; nothing for sets by name. */
    static Optional<Path> path(String data) {
        boolean known =
                NamedSet.named(data).isPresent() || DataSource.names().contains(data) && !Files.exists(Path.of(data));
        return known ? Optional.empty() : Optional.of(Path.of(data));
    }

    boolean sameImages(Wish other) {
        return data.equals(other.data) && size == other.size;
    }
}
