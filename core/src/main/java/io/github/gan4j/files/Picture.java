package io.github.gan4j.files;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A still picture: unsigned bytes, row by row, the channels of a pixel side by side ({@code [height, width, channels]}).
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param pixels {@code height * width * channels} bytes; shared, not copied, so do not write to them afterwards
 */
public record Picture(int width, int height, int channels, byte[] pixels) {
    /** The grey level between and around the tiles of a grid. */
    private static final byte BACKGROUND = 32;

    public Picture {
        if (width < 1 || height < 1)
            throw new IllegalArgumentException("a picture needs at least one pixel, got " + width + "x" + height);
        if (channels != 1 && channels != 3)
            throw new IllegalArgumentException("a picture has 1 channel (grey) or 3 (colour), got " + channels);
        long bytes = (long) width * height * channels;
        if (pixels.length != bytes)
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " with " + channels
                    + " channels has " + bytes + " bytes, got " + pixels.length);
    }

    /**
     * The picture of values {@code [channels, height, width]} that start at {@code offset}: -1 is black, 1 is white;
     * values beyond are cut off and NaN becomes black.
     */
    public static Picture of(float[] values, int offset, int channels, int height, int width) {
        int plane = height * width;
        byte[] pixels = new byte[plane * channels];
        for (int channel = 0; channel < channels; channel++)
            for (int at = 0; at < plane; at++)
                pixels[at * channels + channel] = toByte(values[offset + channel * plane + at]);
        return new Picture(width, height, channels, pixels);
    }

    private static byte toByte(float value) {
        float clamped = Math.max(-1, Math.min(1, value));
        return (byte) Math.round((clamped + 1) * 127.5f); // NaN stays NaN up to here, and rounds to 0
    }

    /** Writes this picture as values {@code [channels, height, width]} in [-1, 1] from {@code offset} on. */
    public void copyInto(float[] values, int offset) {
        int plane = height * width;
        for (int channel = 0; channel < channels; channel++)
            for (int at = 0; at < plane; at++)
                values[offset + channel * plane + at] = (pixels[at * channels + channel] & 0xff) / 127.5f - 1;
    }

    /** The pictures as tiles, row by row, with {@code padding} dark pixels between and around them. */
    public static Picture grid(List<Picture> tiles, int columns, int padding) {
        if (tiles.isEmpty()) throw new IllegalArgumentException("a grid needs at least one picture");
        if (columns < 1 || padding < 0)
            throw new IllegalArgumentException(
                    "a grid needs columns of at least 1 and padding of at least 0, got " + columns + " and " + padding);
        Picture first = tiles.get(0);
        int rows = (tiles.size() + columns - 1) / columns;
        int width = padding + columns * (first.width + padding);
        int height = padding + rows * (first.height + padding);
        byte[] pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, height), first.channels)];
        Arrays.fill(pixels, BACKGROUND);
        for (int tile = 0; tile < tiles.size(); tile++) {
            int left = padding + tile % columns * (first.width + padding);
            int top = padding + tile / columns * (first.height + padding);
            tiles.get(tile).requireShapeOf(first).paste(pixels, width, left, top);
        }
        return new Picture(width, height, first.channels, pixels);
    }

    private Picture requireShapeOf(Picture other) {
        if (width == other.width && height == other.height && channels == other.channels) return this;
        throw new IllegalArgumentException(
                "pictures that go together must have one size, got " + other.shape() + " and " + shape());
    }

    private String shape() {
        return width + "x" + height + "x" + channels;
    }

    private void paste(byte[] onto, int ontoWidth, int left, int top) {
        int row = width * channels;
        for (int y = 0; y < height; y++)
            System.arraycopy(pixels, y * row, onto, ((top + y) * ontoWidth + left) * channels, row);
    }

    /** Every pixel as a square of {@code factor} by {@code factor}, so that small pictures can be seen. */
    public Picture enlarged(int factor) {
        if (factor < 1) throw new IllegalArgumentException("a picture is enlarged by 1 or more, got " + factor);
        int wide = Math.multiplyExact(width, factor);
        int tall = Math.multiplyExact(height, factor);
        byte[] large = new byte[Math.multiplyExact(Math.multiplyExact(wide, tall), channels)];
        for (int y = 0; y < tall; y++)
            for (int x = 0; x < wide; x++)
                for (int c = 0; c < channels; c++)
                    large[(y * wide + x) * channels + c] = pixels[(y / factor * width + x / factor) * channels + c];
        return new Picture(wide, tall, channels, large);
    }

    /** This picture for java.awt and ImageIO. */
    public BufferedImage toImage() {
        int type = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage image = new BufferedImage(width, height, type);
        int[] row = new int[width * channels];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < row.length; i++) row[i] = pixels[y * row.length + i] & 0xff;
            image.getRaster().setPixels(0, y, width, 1, row);
        }
        return image;
    }

    /**
     * The picture in an image: grey where the image is grey (a palette of greys included), else colour. 16 bits become
     * 8; what is transparent is laid over white.
     */
    public static Picture of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) return ofDrawn(image);
        return Developing.of(image, Optional.empty(), EnumSet.noneOf(Remark.class))
                .layers()
                .overWhite();
    }

    /** Of what was drawn here, not decoded: there is nothing to develop. */
    private static Picture ofDrawn(BufferedImage image) {
        int width = image.getWidth(), height = image.getHeight();
        int[] colours = new int[width * height];
        image.getRaster().getDataElements(0, 0, width, height, colours);
        byte[] pixels = new byte[Math.multiplyExact(colours.length, 3)];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (colours[i / 3] >> 16 - 8 * (i % 3));
        return new Picture(width, height, 3, pixels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && width == that.width
                && height == that.height
                && channels == that.channels
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Picture[" + shape() + "]";
    }
}
