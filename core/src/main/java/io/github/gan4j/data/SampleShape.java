package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * What one sample is: an image {@code [channels, height, width]}, or a point of {@code channels} numbers (height and
 * width 1).
 */
public record SampleShape(int channels, int height, int width) {
    private static final int LARGEST_SIDE = 1 << 14;

    /** @throws IllegalArgumentException when a side is below 1 or above 16384 */
    public SampleShape {
        check("channels", channels);
        check("height", height);
        check("width", width);
    }

    /** A square or oblong image; one channel is grey, three are red, green, blue. */
    public static SampleShape image(int channels, int height, int width) {
        return new SampleShape(channels, height, width);
    }

    /** A point of {@code dimensions} numbers. */
    public static SampleShape point(int dimensions) {
        return new SampleShape(dimensions, 1, 1);
    }

    /** How many numbers one sample has. */
    public int size() {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }

    /** The kind of data that samples are, by which it is decided how they are shown. */
    public enum Kind {
        /** Numbers. */
        LINE,
        /** Points of a plane. */
        PLANE,
        /** Points of more than two dimensions. */
        SPACE,
        IMAGE
    }

    public Kind kind() {
        if (isImage()) return Kind.IMAGE;
        return channels == 1 ? Kind.LINE : channels == 2 ? Kind.PLANE : Kind.SPACE;
    }

    /** What one sample is, for people: {@code image}, {@code point}, or {@code number} on a line. */
    public String noun() {
        return isImage() ? "image" : channels == 1 ? "number" : "point";
    }

    public boolean isImage() {
        return height > 1 || width > 1;
    }

    /** The shape of a batch: {@code [count, channels, height, width]} for images, {@code [count, n]} for points. */
    public long[] dimensions(int count) {
        return isImage() ? new long[] {count, channels, height, width} : new long[] {count, channels};
    }

    /** One sample as a picture. */
    public Picture picture(float[] values) {
        return Picture.of(values, 0, channels, height, width);
    }

    /** These samples, one after the other, as pictures. */
    public List<Picture> pictures(float[] values) {
        List<Picture> pictures = new ArrayList<>();
        for (int offset = 0; offset < values.length; offset += size())
            pictures.add(Picture.of(values, offset, channels, height, width));
        return pictures;
    }

    /** For people: {@code 28x28 grey}, {@code 64x64 colour}, {@code point of 2}. */
    @Override
    public String toString() {
        if (!isImage()) return "point of " + channels;
        String colour =
                switch (channels) {
                    case 1 -> "grey";
                    case 3 -> "colour";
                    default -> "with " + channels + " channels";
                };
        return width + "x" + height + " " + colour;
    }

    private static void check(String what, int value) {
        if (value < 1 || value > LARGEST_SIDE)
            throw new IllegalArgumentException(
                    "a sample's " + what + " must be within 1 and " + LARGEST_SIDE + ", not " + value);
    }
}
