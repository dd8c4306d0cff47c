package io.github.gan4j.data;

/**
 * Random numbers for one position of one seed: SplitMix64 (Steele, Lea, Flood 2014), whose start is a hash of both. The
 * numbers are the same on every machine and Java version, unlike {@code java.util.random}, which promises neither.
 */
final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;
    private double spare;
    private boolean hasSpare;

    private Draws(long state) {
        this.state = state;
    }

    static Draws at(long seed, long position) {
        return new Draws(mix(mix(seed + GOLDEN) + position * GOLDEN));
    }

    long nextLong() {
        return mix(state += GOLDEN);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform over 0 … bound - 1; the bias of the multiplication is below bound / 2^32. */
    int below(int bound) {
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** Standard normal (Marsaglia's polar method, with StrictMath so that every machine agrees). */
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        hasSpare = true;
        return x * scale;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
