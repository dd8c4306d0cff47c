package io.github.gan4j.metrics;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.numbers.Statistics;

/**
 * How bright each pixel of an image is, from 0 (black) to 1 (white): the luma of ITU-R BT.601 where it is in colour.
 *
 * @param values row by row
 */
record Luma(double[] values, int height, int width) {
    private static final double[] GREY = {1};
    private static final double[] COLOUR = {0.299, 0.587, 0.114};

    static Luma of(float[] image, SampleShape shape) {
        double[] weights = shape.channels() == 3 ? COLOUR : GREY;
        int plane = shape.height() * shape.width();
        double[] values = new double[plane];
        for (int c = 0; c < weights.length; c++)
            for (int i = 0; i < plane; i++) values[i] += weights[c] * (image[c * plane + i] + 1) / 2;
        return new Luma(values, shape.height(), shape.width());
    }

    double at(int x, int y) {
        return values[y * width + x];
    }

    double mean() {
        return Statistics.mean(values);
    }

    double deviation() {
        return Statistics.deviation(values);
    }

    double rightLessLeft() {
        double sum = 0;
        for (int y = 0; y < height; y++) for (int x = 0; x < width / 2; x++) sum += at(width - 1 - x, y) - at(x, y);
        return sum / (height * Math.max(1, width / 2));
    }

    double symmetry() {
        double sum = 0;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) sum += Math.abs(at(x, y) - at(width - 1 - x, y));
        return 1 - sum / values.length;
    }

    double ink() {
        int bright = 0;
        for (double value : values) if (value > 0.5) bright++;
        return bright / (double) values.length;
    }

    /**
     * Twice the area of the ink over the length of its outline (its total variation): the width of a long stroke, to
     * fractions of a pixel.
     */
    double thickness() {
        double area = 0, outline = 0;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                area += at(x, y);
                outline += Math.hypot(
                        at(Math.min(width - 1, x + 1), y) - at(x, y), at(x, Math.min(height - 1, y + 1)) - at(x, y));
            }
        return outline > 0 ? 2 * area / outline : 0;
    }

    /** The mean of a rectangle whose sides are shares of the image's. */
    double patch(double left, double right, double top, double bottom) {
        double sum = 0;
        int count = 0;
        for (int y = (int) Math.round(top * height); y < Math.round(bottom * height); y++)
            for (int x = (int) Math.round(left * width); x < Math.round(right * width); x++, count++) sum += at(x, y);
        return count > 0 ? sum / count : 0;
    }
}
