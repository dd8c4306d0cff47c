package io.github.gan4j.files;

import java.util.ArrayList;
import java.util.List;

/** Pure functions from pictures to pictures. */
public final class Pictures {
    private Pictures() {}

    /** The largest square in the middle. */
    public static Picture centreSquare(Picture picture) {
        int side = Math.min(picture.width(), picture.height());
        return cropped(picture, (picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    }

    /** The rectangle whose upper left pixel is {@code (left, top)}. */
    public static Picture cropped(Picture picture, int left, int top, int width, int height) {
        if (left < 0 || top < 0 || width > picture.width() - left || height > picture.height() - top)
            throw new IllegalArgumentException(width + "x" + height + " pixels from (" + left + ", " + top
                    + ") do not lie in a picture of " + picture.width() + "x" + picture.height());
        int channels = picture.channels();
        byte[] pixels = new byte[width * height * channels];
        for (int y = 0; y < height; y++)
            System.arraycopy(
                    picture.pixels(),
                    ((top + y) * picture.width() + left) * channels,
                    pixels,
                    y * width * channels,
                    width * channels);
        return new Picture(width, height, channels, pixels);
    }

    /**
     * The picture in another size. Bicubic (Keys 1981, a = -1/2) when growing; when shrinking the same kernel is
     * stretched over all the pixels it covers, so that fine patterns turn grey and do not alias.
     */
    public static Picture resized(Picture picture, int width, int height) {
        if (width < 1 || height < 1)
            throw new IllegalArgumentException("a picture needs at least one pixel, got " + width + "x" + height);
        if (width == picture.width() && height == picture.height()) return picture;
        return Resampling.resized(picture, width, height);
    }

    /** The picture as it is seen upright; {@code orientation} is that of what is stored, as EXIF counts it, 1 to 8. */
    static Picture turned(Picture picture, int orientation) {
        if (orientation < 2 || orientation > 8) return picture;
        boolean lying = orientation > 4;
        int wide = picture.width(), tall = picture.height(), channels = picture.channels();
        int width = lying ? tall : wide, height = lying ? wide : tall;
        byte[] pixels = new byte[picture.pixels().length];
        for (int y = 0, at = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int along = lying ? y : x, down = lying ? x : y;
                int column = orientation == 2 || orientation == 3 || orientation > 6 ? wide - 1 - along : along;
                int row = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7
                        ? tall - 1 - down
                        : down;
                int from = (row * wide + column) * channels;
                for (int c = 0; c < channels; c++) pixels[at++] = picture.pixels()[from + c];
            }
        return new Picture(width, height, channels, pixels);
    }

    /** The picture in a larger one of a single colour, {@code 0xrrggbb}, whose blue is the grey of grey pictures. */
    public static Picture onScreen(Picture picture, int width, int height, int left, int top, int colour) {
        int channels = picture.channels();
        byte[] pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (colour >> 8 * (channels - 1 - i % channels));
        int row = picture.width() * channels;
        for (int y = 0; y < picture.height(); y++)
            System.arraycopy(picture.pixels(), y * row, pixels, ((top + y) * width + left) * channels, row);
        return new Picture(width, height, channels, pixels);
    }

    /** The picture in grey: the luma of ITU-R BT.601; a grey picture is returned as it is. */
    public static Picture toGrey(Picture picture) {
        if (picture.channels() == 1) return picture;
        byte[] colour = picture.pixels();
        byte[] grey = new byte[picture.width() * picture.height()];
        for (int at = 0; at < grey.length; at++)
            grey[at] = (byte) ((299 * (colour[3 * at] & 0xff)
                            + 587 * (colour[3 * at + 1] & 0xff)
                            + 114 * (colour[3 * at + 2] & 0xff)
                            + 500)
                    / 1000);
        return new Picture(picture.width(), picture.height(), 1, grey);
    }

    /** The picture with three channels; a colour picture is returned as it is. */
    public static Picture toColour(Picture picture) {
        if (picture.channels() == 3) return picture;
        byte[] grey = picture.pixels();
        byte[] colour = new byte[Math.multiplyExact(grey.length, 3)];
        for (int at = 0; at < colour.length; at++) colour[at] = grey[at / 3];
        return new Picture(picture.width(), picture.height(), 3, colour);
    }

    /** Every channel as a grey picture. */
    public static List<Picture> channels(Picture picture) {
        int channels = picture.channels(), count = picture.width() * picture.height();
        List<Picture> all = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            byte[] pixels = new byte[count];
            for (int at = 0; at < count; at++) pixels[at] = picture.pixels()[at * channels + c];
            all.add(new Picture(picture.width(), picture.height(), 1, pixels));
        }
        return all;
    }

    /** The way back: one or three grey pictures of one size as the channels of one. */
    public static Picture joined(List<Picture> channels) {
        Picture first = channels.get(0);
        int count = channels.size();
        byte[] pixels = new byte[Math.multiplyExact(first.pixels().length, count)];
        for (int c = 0; c < count; c++)
            for (int at = 0; at < first.pixels().length; at++)
                pixels[at * count + c] = channels.get(c).pixels()[at];
        return new Picture(first.width(), first.height(), count, pixels);
    }

    /** Pictures too small to be seen well (below 48 pixels across) doubled; others as they are. */
    public static List<Picture> legible(List<Picture> pictures) {
        return pictures.stream().map(p -> p.width() < 48 ? p.enlarged(2) : p).toList();
    }
}
