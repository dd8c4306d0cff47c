package io.github.gan4j.game;

import io.github.gan4j.tensor.Chance;
import io.github.gan4j.tensor.Tensor;

/** The input of a generator, for the same number of samples as the reals (and perhaps made from them). */
@FunctionalInterface
public interface GeneratorInput {
    /** {@code [batch, ...]} on the CPU or on the device of the reals. */
    Tensor draw(Reals reals, Moment moment);

    /** How many times shorter the sides of the input are than those of the samples. */
    default int factor() {
        return 1;
    }

    /** Latents from N(0, I): {@code [batch, size]}. */
    static GeneratorInput normal(int size) {
        return (reals, moment) -> Tensor.gaussian(reals.count(), size);
    }

    /** Latents uniform between {@code low} and {@code high}: {@code [batch, size]}. */
    static GeneratorInput uniform(int size, double low, double high) {
        return (reals, moment) -> Tensor.uniform(low, high, reals.count(), size);
    }

    /**
     * One number for each sample, at equal steps from {@code low} to {@code high}, each moved up by less than
     * {@code moved}: {@code [batch, 1]}. A batch then covers the whole range.
     */
    static GeneratorInput stratified(double low, double high, double moved) {
        return (reals, moment) -> {
            int count = Math.toIntExact(reals.count());
            float[] steps = new float[count];
            for (int i = 0; i < count; i++)
                steps[i] = (float) (count == 1 ? low : low + (high - low) * i / (count - 1));
            return Tensor.of(steps, count, 1).plus(Tensor.uniform(0, moved, count, 1));
        };
    }

    /** The reals themselves, for generators that begin with an encoder. */
    static GeneratorInput reals() {
        return (reals, moment) -> reals.samples();
    }

    /**
     * The same input in every turn of a step, as in the programs that let a generator learn twice from one batch.
     *
     * @param seed together with the step it decides what is drawn
     */
    static GeneratorInput onceAStep(GeneratorInput input, long seed) {
        return (reals, moment) -> Chance.apart(seed, moment.step(), () -> input.draw(reals, moment));
    }
}
