package io.github.gan4j.numbers;

import java.util.function.IntUnaryOperator;

/** Random orders (Fisher and Yates 1938, in the form of Durstenfeld 1964). */
public final class Permutation {
    private Permutation() {}

    /**
     * The numbers 0 … size - 1 in random order.
     *
     * @param below gives a random number of 0 … bound - 1 for a bound
     */
    public static int[] of(int size, IntUnaryOperator below) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = below.applyAsInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
