package io.github.gan4j.metrics;

import java.util.Random;

/** Features for tests: normal ones, and ones that benchmarks/metrics_reference.py makes alike. */
final class MadeFeatures {
    private static final long PRIME = 2_147_483_647L;

    private MadeFeatures() {}

    static Features reference(int count, int width, long seed, double scale, double shift) {
        float[] values = new float[count * width];
        for (int i = 0; i < values.length; i++) {
            double common = uniform((long) (i / width) * width, seed + 1);
            values[i] = (float) (scale * (uniform(i, seed) + 0.5 * common - 0.75) + shift);
        }
        return new Features(count, width, values);
    }

    private static double uniform(long i, long seed) {
        return (double) ((i * i % PRIME * 1_103_515_245L % PRIME + i * 12_345L + seed * 1_000_003L) % PRIME) / PRIME;
    }

    /** Independent numbers from N(shift, std²). */
    static Features normal(int count, int width, double shift, double std, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * width];
        for (int i = 0; i < values.length; i++) values[i] = (float) (shift + std * random.nextGaussian());
        return new Features(count, width, values);
    }
}
