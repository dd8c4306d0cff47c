package io.github.gan4j.restore;

import io.github.gan4j.files.Picture;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * A picture of any size restored tile by tile. Beyond its edges a picture is mirrored, where sides have to be brought up to
 * a multiple. One row of tiles is held in memory as numbers, never the whole.
 */
final class Mosaic {
    private final Mender mender;
    private final Pixels pixels;
    private final TiledSide rows;
    private final TiledSide columns;
    private final int factor;
    private final int width;
    private final int height;
    private final byte[] made;
    private final float[] band;

    /** What is mended: numbers in [-1, 1] at places. */
    record Pixels(int width, int height, int channels, Numbers numbers) {
        @FunctionalInterface
        interface Numbers {
            float at(int y, int x, int channel);
        }

        static Pixels of(Picture picture) {
            int width = picture.width(), channels = picture.channels();
            byte[] shades = picture.pixels();
            return new Pixels(
                    width,
                    picture.height(),
                    channels,
                    (y, x, channel) -> (shades[(y * width + x) * channels + channel] & 0xff) / 127.5f - 1);
        }

        /** Channel planes. */
        static Pixels of(float[] planes, int channels, int height, int width) {
            return new Pixels(width, height, channels, (y, x, channel) -> planes[(channel * height + y) * width + x]);
        }
    }

    private Mosaic(Mender mender, Pixels pixels, int tile) {
        this.mender = mender;
        this.pixels = pixels;
        this.factor = mender.factor();
        this.rows = TiledSide.over(pixels.height(), tile, mender.multiple());
        this.columns = TiledSide.over(pixels.width(), tile, mender.multiple());
        this.width = pixels.width() * factor;
        this.height = pixels.height() * factor;
        this.made = new byte[Math.multiplyExact(Math.multiplyExact(width, height), pixels.channels())];
        this.band = new float
                [Math.multiplyExact(
                        Math.multiplyExact(rows.tile() * factor, columns.length() * factor), pixels.channels())];
    }

    /**
     * @param pixels of as many channels as the mender's
     * @param tile longest side of a tile, in pixels of the picture; a multiple of the mender's
     * @param progress hears which share is done
     */
    static Picture mended(Mender mender, Pixels pixels, int tile, DoubleConsumer progress) {
        return new Mosaic(mender, pixels, tile).mended(progress);
    }

    private Picture mended(DoubleConsumer progress) {
        int done = 0, all = rows.starts().length * columns.starts().length;
        for (int row = 0; row < rows.starts().length; row++) {
            float[] down = rows.weights(row, factor);
            for (int column = 0; column < columns.starts().length; column++) {
                add(row, column, down, columns.weights(column, factor));
                progress.accept((double) ++done / all);
            }
            boolean last = row == rows.starts().length - 1;
            finish(row, last ? rows.length() : rows.starts()[row + 1]);
        }
        return new Picture(width, height, pixels.channels(), made);
    }

    private void add(int row, int column, float[] down, float[] across) {
        int top = rows.starts()[row], left = columns.starts()[column];
        float[] tile = mender.mended(cut(top, left), rows.tile(), columns.tile());
        int tall = rows.tile() * factor, wide = columns.tile() * factor, line = columns.length() * factor;
        for (int channel = 0; channel < pixels.channels(); channel++)
            for (int y = 0; y < tall; y++) {
                int from = (channel * tall + y) * wide, to = (channel * tall + y) * line + left * factor;
                for (int x = 0; x < wide; x++) band[to + x] += down[y] * across[x] * tile[from + x];
            }
    }

    private float[] cut(int top, int left) {
        int tall = rows.tile(), wide = columns.tile(), channels = pixels.channels();
        float[] tile = new float[tall * wide * channels];
        for (int y = 0; y < tall; y++) {
            int row = mirrored(top + y, pixels.height());
            for (int x = 0; x < wide; x++) {
                int column = mirrored(left + x, pixels.width());
                for (int c = 0; c < channels; c++)
                    tile[(c * tall + y) * wide + x] = pixels.numbers().at(row, column, c);
            }
        }
        return tile;
    }

    private static int mirrored(int at, int length) {
        int place = at % (2 * length);
        return place < length ? place : 2 * length - 1 - place;
    }

    /** Writes down the rows above {@code next}, to which no further tile adds, and moves the others up. */
    private void finish(int row, int next) {
        int tall = rows.tile() * factor, line = columns.length() * factor, channels = pixels.channels();
        int first = rows.starts()[row] * factor, finished = next * factor - first;
        for (int y = 0; y < finished && first + y < height; y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < channels; c++)
                    made[((first + y) * width + x) * channels + c] = shade(band[(c * tall + y) * line + x]);
        for (int c = 0; c < channels; c++) {
            int start = c * tall * line, kept = (tall - Math.min(tall, finished)) * line;
            System.arraycopy(band, start + tall * line - kept, band, start, kept);
            Arrays.fill(band, start + kept, start + tall * line, 0);
        }
    }

    private static byte shade(float value) {
        return (byte) Math.round((Math.max(-1, Math.min(1, value)) + 1) * 127.5f);
    }
}
