package io.github.gan4j.metrics;

import java.util.Arrays;

/**
 * Around each sample of a set the ball that reaches to its k-th nearest other sample of the same set; together they
 * stand for where the set's distribution has mass. Knows the radii for every k up to {@code most}.
 *
 * @param squares for each sample the squared distances to its nearest others, ascending, {@code most} numbers
 */
public record Neighbourhoods(Features points, int most, double[] squares) {
    /** @throws IllegalArgumentException when the sizes do not fit */
    public Neighbourhoods {
        if (squares.length != (long) points.count() * most)
            throw new IllegalArgumentException(points.count() + " neighbourhoods of " + most + " need "
                    + (long) points.count() * most + " numbers, not " + squares.length);
    }

    /** @throws IllegalArgumentException when there are not more than {@code most} samples */
    public static Neighbourhoods of(Features points, int most) {
        return of(points, most, DistanceBlocks.NUMBERS_AT_ONCE);
    }

    static Neighbourhoods of(Features points, int most, int numbersAtOnce) {
        if (most < 1 || most >= points.count())
            throw new IllegalArgumentException("k nearest neighbours need k between 1 and one less than the "
                    + points.count() + " samples, got " + most);
        double[] squares = new double[Math.multiplyExact(points.count(), most)];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        DistanceBlocks.forEach(points, points, numbersAtOnce, (first, rows, squared) -> {
            for (int row = 0; row < rows; row++)
                nearest(
                        squared,
                        row * points.count(),
                        points.count(),
                        first + row,
                        squares,
                        (first + row) * most,
                        most);
        });
        return new Neighbourhoods(points, most, squares);
    }

    /** The squared radius of the ball around sample {@code row} to its k-th neighbour. */
    double radius(int row, int k) {
        return squares[row * most + k - 1];
    }

    /** Sorts the smallest of {@code count} numbers, but for the one at {@code self}, into the table. */
    private static void nearest(double[] from, int at, int count, int self, double[] table, int start, int most) {
        int end = start + most - 1;
        double bound = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double square = from[at + i];
            if (square >= bound || i == self) continue;
            int place = end;
            for (; place > start && table[place - 1] > square; place--) table[place] = table[place - 1];
            table[place] = square;
            bound = table[end];
        }
    }

    @Override
    public String toString() {
        return "neighbourhoods of " + points;
    }
}
