package io.github.gan4j.data;

import io.github.gan4j.numbers.Permutation;

/** An endless walk through a finite set: in each epoch every member once, in an order that seed and epoch decide. */
final class Epochs {
    private final int size;
    private final long seed;
    private volatile Epoch latest;

    private record Epoch(long number, int[] order) {}

    Epochs(int size, long seed) {
        this.size = size;
        this.seed = seed;
        latest = new Epoch(0, order(size, seed, 0));
    }

    /** The member at a position. */
    int at(long position) {
        Epoch epoch = latest;
        long number = position / size;
        if (epoch.number != number) {
            epoch = new Epoch(number, order(size, seed, number));
            latest = epoch;
        }
        return epoch.order[(int) (position % size)];
    }

    static int[] order(int size, long seed, long number) {
        return Permutation.of(size, Draws.at(seed, number)::below);
    }
}
