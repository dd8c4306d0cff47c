package io.github.gan4j.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What an extractor saw in some samples: a matrix of {@code count} rows, one a sample, and {@code width} numbers a row,
 * stored row after row. Points and pixels are features too. The array is not copied; nobody changes it.
 */
public record Features(int count, int width, float[] values) {
    /** @throws IllegalArgumentException when the sizes do not fit or a number is not finite */
    public Features {
        if (count < 1) throw new IllegalArgumentException("features need at least 1 row, not " + count);
        if (width < 1) throw new IllegalArgumentException("features need a width of at least 1, not " + width);
        if (values.length != (long) count * width)
            throw new IllegalArgumentException("features of " + count + " rows of " + width + " need "
                    + (long) count * width + " numbers, not " + values.length);
        for (int i = 0; i < values.length; i++)
            if (!Float.isFinite(values[i]))
                throw new IllegalArgumentException(
                        "features must be finite, got " + values[i] + " in row " + i / width);
    }

    /** One row per inner array. */
    public static Features of(float[][] rows) {
        if (rows.length == 0) throw new IllegalArgumentException("features need at least 1 row, not 0");
        int width = rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width)
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " numbers and row 0 has " + width);
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return new Features(rows.length, width, values);
    }

    /** One number of one row. */
    public float at(int row, int column) {
        return values[row * width + column];
    }

    /** The column of the largest number of a row; of equally large ones the first. */
    public int largest(int row) {
        int best = 0;
        for (int column = 1; column < width; column++) if (at(row, column) > at(row, best)) best = column;
        return best;
    }

    /** A copy of one row. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    /** A copy of one column. */
    double[] column(int column) {
        return IntStream.range(0, count).mapToDouble(row -> at(row, column)).toArray();
    }

    /** The given rows in the given order, copied. */
    public Features rows(int... wanted) {
        float[] picked = new float[Math.multiplyExact(wanted.length, width)];
        for (int i = 0; i < wanted.length; i++) System.arraycopy(values, wanted[i] * width, picked, i * width, width);
        return new Features(wanted.length, width, picked);
    }

    /** @throws IllegalArgumentException when the other rows have another width, so that they cannot be compared */
    void requireSameWidth(Features other) {
        if (width != other.width)
            throw new IllegalArgumentException(
                    "features of width " + width + " cannot be compared with features of width " + other.width
                            + "; take both from the same extractor");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features that
                && count == that.count
                && width == that.width
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * count + width) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return count + " rows of " + width + " features";
    }
}
