package io.github.gan4j.metrics;

import io.github.gan4j.tensor.Distances;
import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;

/**
 * The squared distances between all rows of two sets, some rows at a time: besides the columns' set in 64 bits no more
 * than 64 MiB and as much in Java, however many rows there are.
 */
final class DistanceBlocks {
    /** 64 MiB of 64-bit numbers. */
    static final int NUMBERS_AT_ONCE = 1 << 23;

    private DistanceBlocks() {}

    /** Takes rows {@code first … first + rows - 1}: {@code squared} starts with {@code rows x columns} numbers. */
    @FunctionalInterface
    interface Taker {
        void take(int first, int rows, double[] squared);
    }

    static void forEach(Features rows, Features columns, Taker taker) {
        forEach(rows, columns, NUMBERS_AT_ONCE, taker);
    }

    static void forEach(Features rows, Features columns, int numbersAtOnce, Taker taker) {
        rows.requireSameWidth(columns);
        int atOnce = Math.min(rows.count(), Math.max(1, numbersAtOnce / columns.count()));
        double[] origin = MomentSums.mean(columns);
        double[] squared = new double[Math.multiplyExact(atOnce, columns.count())];
        try (Scope all = new Scope()) {
            Tensor right = tensor(columns, 0, columns.count(), origin);
            for (int from = 0; from < rows.count(); from += atOnce) {
                int to = Math.min(rows.count(), from + atOnce);
                try (Scope scope = new Scope()) {
                    LinearAlgebra.copy(Distances.squared(tensor(rows, from, to, origin), right), squared);
                }
                taker.take(from, to - from, squared);
            }
        }
    }

    private static Tensor tensor(Features features, int from, int to, double[] origin) {
        return LinearAlgebra.of(MomentSums.centred(features, from, to, origin), to - from, features.width());
    }
}
