package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * A batch from the data, on the device of the game.
 *
 * @param samples {@code [batch, channels, height, width]} in [-1, 1], or {@code [batch, numbers]}
 * @param labels rows of zeros with a single one, {@code [batch, classes]}, where the data has classes
 */
public record Reals(Tensor samples, Optional<Tensor> labels) {
    public static Reals of(Tensor samples) {
        return new Reals(samples, Optional.empty());
    }

    /**
     * One of several equal parts, in order; windows into the same memory.
     *
     * @throws IllegalArgumentException when the batch cannot be split evenly
     */
    public Reals part(int number, int parts) {
        if (parts == 1) return this;
        if (count() % parts != 0)
            throw new IllegalArgumentException(count() + " samples cannot be split into " + parts + " equal parts");
        long each = count() / parts;
        return new Reals(
                samples.narrowed(0, number * each, each), labels.map(rows -> rows.narrowed(0, number * each, each)));
    }

    public long count() {
        return samples.size(0);
    }
}
