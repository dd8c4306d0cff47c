package io.github.gan4j.metrics;

import io.github.gan4j.data.SampleShape;

/** One channel of an image, values in [0, 1], row after row. */
record Plane(int height, int width, double[] values) {
    /** From values in [-1, 1] that start at {@code offset}. */
    static Plane of(float[] values, int offset, SampleShape shape) {
        double[] plane = new double[shape.height() * shape.width()];
        for (int i = 0; i < plane.length; i++) plane[i] = (values[offset + i] + 1.0) / 2;
        return new Plane(shape.height(), shape.width(), plane);
    }

    Plane times(Plane other) {
        double[] product = new double[values.length];
        for (int i = 0; i < product.length; i++) product[i] = values[i] * other.values[i];
        return new Plane(height, width, product);
    }

    /** The sum of all absolute differences between a value and those to its right and below it. */
    double steps() {
        double sum = 0;
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++, i++) {
                if (x + 1 < width) sum += Math.abs(values[i + 1] - values[i]);
                if (y + 1 < height) sum += Math.abs(values[i + width] - values[i]);
            }
        return sum;
    }

    /** The mean of every square of four; an odd last row or column is left out. */
    Plane halved() {
        int rows = height / 2;
        int columns = width / 2;
        double[] half = new double[rows * columns];
        for (int y = 0; y < rows; y++)
            for (int x = 0; x < columns; x++) {
                int at = 2 * y * width + 2 * x;
                half[y * columns + x] = (values[at] + values[at + 1] + values[at + width] + values[at + width + 1]) / 4;
            }
        return new Plane(rows, columns, half);
    }

    /** Weighted by a window along both axes, only where all of it lies inside. */
    Plane blurred(double[] window) {
        return blurredAcross(window).turned().blurredAcross(window).turned();
    }

    private Plane blurredAcross(double[] window) {
        int columns = width - window.length + 1;
        double[] blurred = new double[height * columns];
        for (int y = 0; y < height; y++)
            for (int i = 0; i < window.length; i++) {
                double weight = window[i];
                for (int x = 0, from = y * width + i, to = y * columns; x < columns; x++)
                    blurred[to + x] += weight * values[from + x];
            }
        return new Plane(height, columns, blurred);
    }

    private Plane turned() {
        double[] turned = new double[values.length];
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) turned[x * height + y] = values[y * width + x];
        return new Plane(width, height, turned);
    }
}
