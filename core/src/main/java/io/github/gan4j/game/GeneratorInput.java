package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;

/** What a generator starts from, for the same number of samples as the reals (and perhaps made from them). */
@FunctionalInterface
public interface GeneratorInput {
    /** {@code [batch, ...]} on the CPU or on the device of the reals. */
    Tensor draw(Reals reals);

    /** Latents from N(0, I): {@code [batch, size]}. */
    static GeneratorInput normal(int size) {
        return reals -> Tensor.gaussian(reals.count(), size);
    }

    /** Latents uniform between {@code low} and {@code high}: {@code [batch, size]}. */
    static GeneratorInput uniform(int size, double low, double high) {
        return reals -> Tensor.uniform(low, high, reals.count(), size);
    }
}
