package io.github.gan4j.data;

/** One walk through a finite set: each of its members once, in an order that (seed, number of the epoch) decides. */
record Epoch(long number, int[] order) {
    static Epoch of(int size, long seed, long number) {
        Draws draws = Draws.at(seed, number);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = draws.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return new Epoch(number, order);
    }
}
