package io.github.gan4j.explore;

import io.github.gan4j.files.Picture;
import java.util.Arrays;

/** A dark ground on which pictures and signs are laid to make a figure. */
final class Sheet {
    private static final byte GROUND = 32;
    private static final byte INK = (byte) 230;

    private final int width;
    private final int height;
    private final int channels;
    private final byte[] pixels;

    Sheet(int width, int height, int channels) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
        Arrays.fill(pixels, GROUND);
    }

    void put(Picture picture, int left, int top) {
        int row = picture.width() * channels;
        for (int y = 0; y < picture.height(); y++)
            System.arraycopy(picture.pixels(), y * row, pixels, ((top + y) * width + left) * channels, row);
    }

    /** A plus, a minus or an equals sign around a point. */
    void sign(char sign, int x, int y, int arm) {
        int half = Math.max(1, arm / 5);
        switch (sign) {
            case '+' -> {
                bar(x - arm, y - half, 2 * arm, 2 * half);
                bar(x - half, y - arm, 2 * half, 2 * arm);
            }
            case '-' -> bar(x - arm, y - half, 2 * arm, 2 * half);
            default -> {
                bar(x - arm, y - 3 * half, 2 * arm, 2 * half);
                bar(x - arm, y + half, 2 * arm, 2 * half);
            }
        }
    }

    private void bar(int left, int top, int wide, int tall) {
        for (int y = top; y < top + tall; y++)
            Arrays.fill(pixels, (y * width + left) * channels, (y * width + left + wide) * channels, INK);
    }

    Picture picture() {
        return new Picture(width, height, channels, pixels);
    }
}
