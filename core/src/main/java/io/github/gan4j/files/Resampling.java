package io.github.gan4j.files;

import io.github.gan4j.numbers.CubicKernel;

/** Separable resampling of a picture: first along the rows, then along the columns. */
final class Resampling {
    private Resampling() {}

    /** Which source positions make one target position: {@code weights[i]} belongs to {@code first + i}. */
    private record Taps(int first, float[] weights) {}

    static Picture resized(Picture picture, int width, int height) {
        int channels = picture.channels();
        byte[] source = picture.pixels();
        float[] wide = new float[Math.multiplyExact(Math.multiplyExact(width, picture.height()), channels)];
        Taps[] columns = taps(picture.width(), width);
        for (int y = 0; y < picture.height(); y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < channels; c++) {
                    float sum = 0;
                    int at = (y * picture.width() + columns[x].first) * channels + c;
                    for (float weight : columns[x].weights) {
                        sum += weight * (source[at] & 0xff);
                        at += channels;
                    }
                    wide[(y * width + x) * channels + c] = sum;
                }
        return new Picture(width, height, channels, stacked(wide, width * channels, taps(picture.height(), height)));
    }

    private static byte[] stacked(float[] wide, int row, Taps[] rows) {
        byte[] pixels = new byte[Math.multiplyExact(row, rows.length)];
        for (int y = 0; y < rows.length; y++)
            for (int x = 0; x < row; x++) {
                float sum = 0;
                int at = rows[y].first * row + x;
                for (float weight : rows[y].weights) {
                    sum += weight * wide[at];
                    at += row;
                }
                pixels[y * row + x] = (byte) Math.round(Math.max(0, Math.min(255, sum)));
            }
        return pixels;
    }

    private static Taps[] taps(int from, int to) {
        double scale = (double) from / to;
        double stretch = Math.max(1, scale);
        Taps[] taps = new Taps[to];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - 2 * stretch));
            int last = Math.min(from - 1, (int) Math.floor(centre + 2 * stretch));
            double[] raw = new double[last - first + 1];
            double sum = 0;
            for (int j = 0; j < raw.length; j++) sum += raw[j] = CubicKernel.at((first + j - centre) / stretch);
            float[] weights = new float[raw.length];
            for (int j = 0; j < raw.length; j++) weights[j] = (float) (raw[j] / sum);
            taps[i] = new Taps(first, weights);
        }
        return taps;
    }
}
