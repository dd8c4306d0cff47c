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

    public long count() {
        return samples.size(0);
    }
}
