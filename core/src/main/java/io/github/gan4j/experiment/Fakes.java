package io.github.gan4j.experiment;

import io.github.gan4j.model.TrainedGenerator;

/** Samples of a generator to be judged, none of which its training has shown. */
final class Fakes {
    /** Pictures of a training show the seeds below. */
    private static final long FIRST = 1_000_000;

    private static final int AT_ONCE = 1000;

    private Fakes() {}

    /** What is done with some samples, given how many came before. */
    @FunctionalInterface
    interface Look {
        void at(int first, float[] samples);
    }

    /** So many samples, in parts, one after the other. */
    static void of(TrainedGenerator generator, int count, long seed, Look look) {
        for (int first = 0; first < count; first += AT_ONCE) {
            int size = Math.min(AT_ONCE, count - first);
            float[] latents = generator.latents().of(FIRST * (seed + 1) + first, size);
            look.at(first, generator.samples(latents));
        }
    }

    /** So many samples, {@code [count, numbers]} flattened. */
    static float[] of(TrainedGenerator generator, int count, long seed) {
        int width = generator.shape().size();
        float[] all = new float[Math.multiplyExact(count, width)];
        of(generator, count, seed, (first, part) -> System.arraycopy(part, 0, all, first * width, part.length));
        return all;
    }
}
