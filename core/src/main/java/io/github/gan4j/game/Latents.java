package io.github.gan4j.game;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.tensor.RandomNumbers;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * The distribution of latents, {@code [batch, size]}. A latent by seed is the same on every machine and in every verb, so a
 * picture found in a training grid can be made again.
 */
@Kinds
public interface Latents extends GeneratorInput {
    /** How many numbers a latent has. */
    int size();

    /** Whether all turns of a step start from the same latents, as in programs that let a generator learn twice. */
    boolean reuse();

    /** One number of a latent. */
    double number(Random random);

    /** Mean of each number. */
    double mean();

    /** Standard deviation of each number. */
    double deviation();

    /** The least that a number can be; negative infinity where there is no limit. */
    default double low() {
        return Double.NEGATIVE_INFINITY;
    }

    /** The most that a number can be; infinity where there is no limit. */
    default double high() {
        return Double.POSITIVE_INFINITY;
    }

    /** Whether numbers keep within limits. */
    default boolean bounded() {
        return high() < Double.POSITIVE_INFINITY;
    }

    @Override
    default GeneratorInput seeded(long seed) {
        return reuse() ? (reals, moment) -> RandomNumbers.forked(seed, moment.step(), () -> draw(reals, moment)) : this;
    }

    /** The latent of a seed: {@code [size]}. */
    default float[] of(long seed) {
        // java.util.Random: its numbers are specified to the bit.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        float[] latent = new float[size()];
        for (int i = 0; i < latent.length; i++) latent[i] = (float) number(random);
        return latent;
    }

    /** The latents of {@code count} seeds from {@code first} on, one after the other. */
    default float[] of(long first, int count) {
        return of(LongStream.range(first, first + count).boxed().toList());
    }

    /** The latents of these seeds, one after the other. */
    default float[] of(List<Long> seeds) {
        float[] all = new float[size() * seeds.size()];
        for (int i = 0; i < seeds.size(); i++) System.arraycopy(of(seeds.get(i)), 0, all, i * size(), size());
        return all;
    }

    /** @throws IllegalArgumentException when one of these latents, one after the other, has a number that is not finite */
    default void requireFinite(float[] latents) {
        for (int i = 0; i < latents.length; i++)
            if (!Float.isFinite(latents[i]))
                throw new IllegalArgumentException("a latent has finite numbers only, got " + latents[i] + " as number "
                        + i % size() + " of latent " + i / size());
    }

    private static void check(int size) {
        Check.between("size", size, 1, 65_536);
    }

    /** Mean 0, standard deviation 1. */
    record Normal(@Default("64") int size, @Default("false") boolean reuse) implements Latents {
        public Normal {
            check(size);
        }

        @Override
        public Tensor draw(Reals reals, Moment moment) {
            return Tensor.gaussian(reals.count(), size);
        }

        @Override
        public double number(Random random) {
            return random.nextGaussian();
        }

        @Override
        public double mean() {
            return 0;
        }

        @Override
        public double deviation() {
            return 1;
        }
    }

    /** Uniform on [-1, 1]. */
    record Uniform(
            @Default("64") int size, @Default("false") boolean reuse) implements Latents {
        public Uniform {
            check(size);
        }

        @Override
        public Tensor draw(Reals reals, Moment moment) {
            return Tensor.uniform(-1, 1, reals.count(), size);
        }

        @Override
        public double number(Random random) {
            return 2 * random.nextDouble() - 1;
        }

        @Override
        public double mean() {
            return 0;
        }

        @Override
        public double deviation() {
            return 1 / Math.sqrt(3);
        }

        @Override
        public double low() {
            return -1;
        }

        @Override
        public double high() {
            return 1;
        }
    }

    /** Uniform on [0, 1]. */
    record Uniform01(
            @Default("64") int size, @Default("false") boolean reuse) implements Latents {
        public Uniform01 {
            check(size);
        }

        @Override
        public Tensor draw(Reals reals, Moment moment) {
            return Tensor.uniform(0, 1, reals.count(), size);
        }

        @Override
        public double number(Random random) {
            return random.nextDouble();
        }

        @Override
        public double mean() {
            return 0.5;
        }

        @Override
        public double deviation() {
            return 1 / Math.sqrt(12);
        }

        @Override
        public double low() {
            return 0;
        }

        @Override
        public double high() {
            return 1;
        }
    }

    /**
     * One number, uniform on [-8, 8]; in training each batch has it at equal steps, each moved up by less than 0.01, so that
     * a batch covers the whole range (the program gan-intro, 2016).
     */
    record Stratified(@Default("false") boolean reuse) implements Latents {
        private static final double FAR = 8, MOVED = 0.01;

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Tensor draw(Reals reals, Moment moment) {
            int count = Math.toIntExact(reals.count());
            float[] steps = new float[count];
            for (int i = 0; i < count; i++)
                steps[i] = (float) (count == 1 ? -FAR : -FAR + (FAR + FAR) * i / (count - 1));
            return Tensor.of(steps, count, 1).plus(Tensor.uniform(0, MOVED, count, 1));
        }

        @Override
        public double number(Random random) {
            return FAR * (2 * random.nextDouble() - 1);
        }

        @Override
        public double mean() {
            return 0;
        }

        @Override
        public double deviation() {
            return FAR / Math.sqrt(3);
        }

        @Override
        public double low() {
            return -FAR;
        }

        @Override
        public double high() {
            return FAR;
        }
    }
}
