package io.github.gan4j.metrics;

import io.github.gan4j.numbers.Permutation;
import java.util.Arrays;
import java.util.Random;

/**
 * Rows in a random order that a seed decides. {@link Random} is used for orders and bootstraps because its specification
 * fixes every number, on every machine and Java version; it is not good enough for normal numbers in many dimensions.
 */
final class RandomOrder {
    private RandomOrder() {}

    static int[] shuffled(int count, long seed) {
        return Permutation.of(count, new Random(seed)::nextInt);
    }

    /** Block {@code block} of {@code blocks} equal parts of an order; together they are the whole. */
    static int[] block(int[] order, int block, int blocks) {
        int from = (int) ((long) order.length * block / blocks);
        int to = (int) ((long) order.length * (block + 1) / blocks);
        return Arrays.copyOfRange(order, from, to);
    }

    /** For each row the block that holds it. */
    static int[] blockOfRow(int count, int blocks, long seed) {
        int[] order = shuffled(count, seed);
        int[] found = new int[count];
        for (int block = 0; block < blocks; block++) for (int row : block(order, block, blocks)) found[row] = block;
        return found;
    }
}
