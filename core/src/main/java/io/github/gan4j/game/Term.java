package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * A cost that is added to the loss of one side or of both, beside the game itself. Each is a scalar that can be
 * differentiated, or nothing.
 */
public interface Term {
    /** Whether it depends on a batch as a whole, rather than being a mean over its samples. */
    default boolean ofWholeBatches() {
        return false;
    }

    /** The cost of a discriminator that faces a generator; those before several generators are weighed like the game. */
    default Optional<Tensor> discriminator(Duel duel) {
        return Optional.empty();
    }

    /** The cost of a generator that faces a discriminator; those before several discriminators are weighed like the game. */
    default Optional<Tensor> generator(Duel duel) {
        return Optional.empty();
    }

    /** The cost of a generator whoever it faces, also when its game has no weight and no discriminator is asked. */
    default Optional<Tensor> generator(Generator player, Tensor fakes, Reals reals, Moment moment) {
        return Optional.empty();
    }
}
