package io.github.gan4j.game;

import io.github.gan4j.settings.Kinds;
import io.github.gan4j.tensor.Tensor;

/** The input of a generator: as many rows as there are reals, perhaps made from them. */
@Kinds(
        also = Latents.class,
        value = {Degradation.class, Encoded.class})
@FunctionalInterface
public interface GeneratorInput {
    /** {@code [batch, ...]} on the CPU or on the device of the reals. */
    Tensor draw(Reals reals, Moment moment);

    /** How many times shorter the sides of the input are than those of the samples. */
    default int factor() {
        return 1;
    }

    /** The same in a run of this seed. */
    default GeneratorInput seeded(long seed) {
        return this;
    }
}
