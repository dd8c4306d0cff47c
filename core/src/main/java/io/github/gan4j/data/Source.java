package io.github.gan4j.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where samples come from, in words.
 *
 * @param name one of {@link Sources#names()}
 * @param path of the files, for those sources that read some
 * @param size height and width wanted in pixels, or 0 to leave it to the data
 * @param channels 1, 3, or 0 to leave it to the data
 * @param flip whether images are mirrored at random
 * @param seed decides the order, and the samples themselves where they are made up
 * @param parameters numbers of a distribution by name, where they differ from the usual ones
 * @param warn hears, in one line each, what is odd but does not stop the work
 */
public record Source(
        String name,
        Optional<Path> path,
        int size,
        int channels,
        boolean flip,
        long seed,
        Map<String, Double> parameters,
        Consumer<String> warn) {
    /** @throws IllegalArgumentException when size or channels are impossible */
    public Source {
        if (size < 0 || size > 1024)
            throw new IllegalArgumentException(
                    "size must be within 1 and 1024 pixels, or 0 for the data's own, not " + size);
        if (channels != 0 && channels != 1 && channels != 3)
            throw new IllegalArgumentException(
                    "channels must be 1 (grey), 3 (colour) or 0 for the data's own, not " + channels);
        parameters = Map.copyOf(parameters);
    }

    /** A source that needs no files, as it usually is. */
    public static Source named(String name, long seed) {
        return named(name, seed, line -> {});
    }

    /** The same, heard when something is odd: published sets do read files. */
    public static Source named(String name, long seed, Consumer<String> warn) {
        return new Source(name, Optional.empty(), 0, 0, false, seed, Map.of(), warn);
    }

    /** What a person means by one word: whatever lies at that path, or else the source of that name. */
    public static Source of(String word, long seed, Consumer<String> warn) {
        return Sources.names().contains(word) && !Files.exists(Path.of(word))
                ? named(word, seed, warn)
                : at(Path.of(word), seed, warn);
    }

    /** Whatever lies at a path, as it is. */
    public static Source at(Path path, long seed, Consumer<String> warn) {
        return new Source("auto", Optional.of(path), 0, 0, false, seed, Map.of(), warn);
    }

    /** This source in another size and other channels; 0 leaves it to the data. */
    public Source with(int size, int channels) {
        return new Source(name, path, size, channels, flip, seed, parameters, warn);
    }

    /** This source with other numbers. */
    public Source with(Map<String, Double> parameters) {
        return new Source(name, path, size, channels, flip, seed, parameters, warn);
    }

    /** This source with images mirrored at random, or not. */
    public Source with(boolean flip) {
        return new Source(name, path, size, channels, flip, seed, parameters, warn);
    }

    /** This source with another listener to what is odd. */
    Source warning(Consumer<String> listener) {
        return new Source(name, path, size, channels, flip, seed, parameters, listener);
    }
}
