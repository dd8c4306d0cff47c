package io.github.gan4j.data;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;

/** Makes pictures of any size and colour into channel planes of one shape. */
record Fit(SampleShape shape) {
    /** Black pixels that are added at most around a picture instead of enlarging it: 28 becomes 32. */
    private static final int MOST_PADDING = 2;

    private static final int BLACK = 0;
    /** A black border goes unnoticed around pictures of which at least this share of the outermost pixels is black. */
    private static final double BLACK_EDGE = 0.95;

    /** The largest square in the middle, resized. */
    byte[] planes(Picture picture) {
        Picture square = Pictures.centreSquare(picture);
        return interleavedToPlanes(coloured(Pictures.resized(square, shape.width(), shape.height())));
    }

    /** The same for square colour planes. */
    byte[] planes(byte[] planes, int side) {
        return shape.equals(SampleShape.image(3, side, side)) ? planes : planes(picture(planes, 3, side, side));
    }

    /** As {@link #planes(Picture)}, but a picture that is only a few pixels too small gets a black border. */
    byte[] planesPadded(Picture picture) {
        return pads(picture.width(), picture.height(), shape)
                ? interleavedToPlanes(coloured(padded(picture, (shape.width() - picture.width()) / 2)))
                : planes(picture);
    }

    /** Whether a picture of this size is only a few pixels too small. */
    static boolean pads(int width, int height, SampleShape shape) {
        int border = shape.width() - width;
        return width == height && border % 2 == 0 && border > 0 && border <= 2 * MOST_PADDING;
    }

    /** The share of a grey picture's outermost pixels that are black; 0 for one in colour. */
    static double blackEdge(Picture picture) {
        if (picture.channels() != 1) return 0;
        int right = picture.width() - 1, bottom = picture.height() - 1;
        long black = 0, all = 0;
        for (int y = 0; y <= bottom; y++)
            for (int x = 0; x <= right; x += y == 0 || y == bottom ? 1 : Math.max(1, right)) {
                all++;
                if (picture.pixels()[y * picture.width() + x] == BLACK) black++;
            }
        return (double) black / all;
    }

    /** Whether pictures whose outermost pixels are black in this share get a black border if they are only a little too small. */
    static boolean isBlack(double edge) {
        return edge >= BLACK_EDGE;
    }

    private Picture coloured(Picture picture) {
        return shape.channels() == 1 ? Pictures.toGrey(picture) : Pictures.toColour(picture);
    }

    private static Picture padded(Picture picture, int border) {
        int side = picture.width() + 2 * border;
        return Pictures.onScreen(picture, side, side, border, border, BLACK);
    }

    private static byte[] interleavedToPlanes(Picture picture) {
        int channels = picture.channels();
        if (channels == 1) return picture.pixels();
        int plane = picture.width() * picture.height();
        byte[] planes = new byte[channels * plane];
        for (int at = 0; at < plane; at++)
            for (int channel = 0; channel < channels; channel++)
                planes[channel * plane + at] = picture.pixels()[at * channels + channel];
        return planes;
    }

    /** The picture of channel planes. */
    static Picture picture(byte[] planes, int channels, int height, int width) {
        if (channels == 1) return new Picture(width, height, 1, planes);
        int plane = width * height;
        byte[] pixels = new byte[planes.length];
        for (int at = 0; at < plane; at++)
            for (int channel = 0; channel < channels; channel++)
                pixels[at * channels + channel] = planes[channel * plane + at];
        return new Picture(width, height, channels, pixels);
    }
}
