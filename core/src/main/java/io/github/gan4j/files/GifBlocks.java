package io.github.gan4j.files;

import java.util.Optional;

/**
 * Where the first frame of a GIF file lies on its screen.
 *
 * @param background the colour of the screen around it, as {@code 0xrrggbb}; empty where it is transparent
 */
record GifBlocks(int width, int height, int left, int top, Optional<Integer> background, int frames) {
    private static final int HEADER = 13;

    static GifBlocks of(byte[] file) {
        return new Walk(file).blocks();
    }

    ImageFacts facts() {
        return new ImageFacts(1, Optional.empty(), frames, 1);
    }

    private static final class Walk {
        private final byte[] file;
        private int left, top, right, bottom, frames;
        private boolean transparent;

        Walk(byte[] file) {
            this.file = file;
        }

        private int number(int at) {
            return at + 1 < file.length ? file[at] & 0xff | (file[at + 1] & 0xff) << 8 : 0;
        }

        private int table(int flags) {
            return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
        }

        GifBlocks blocks() {
            if (file.length < HEADER) return new GifBlocks(0, 0, 0, 0, Optional.empty(), 1);
            int flags = file[10] & 0xff, colours = table(flags);
            int at = HEADER + colours;
            while (at < file.length) {
                int block = file[at] & 0xff;
                if (block == 0x2c && at + 10 <= file.length) at = data(frame(at));
                else if (block == 0x21 && at + 2 <= file.length) at = extension(at);
                else break;
            }
            int colour = HEADER + 3 * (file[11] & 0xff);
            boolean shown = !transparent && colours > 0 && colour + 3 <= Math.min(file.length, HEADER + colours);
            return new GifBlocks(
                    Math.max(number(6), right),
                    Math.max(number(8), bottom),
                    left,
                    top,
                    shown ? Optional.of(rgb(colour)) : Optional.empty(),
                    frames);
        }

        private int rgb(int at) {
            return (file[at] & 0xff) << 16 | (file[at + 1] & 0xff) << 8 | file[at + 2] & 0xff;
        }

        private int frame(int at) {
            if (frames++ == 0) {
                left = number(at + 1);
                top = number(at + 3);
                right = left + number(at + 5);
                bottom = top + number(at + 7);
            }
            return at + 10 + table(file[at + 9] & 0xff) + 1;
        }

        private int extension(int at) {
            if ((file[at + 1] & 0xff) == 0xf9 && frames == 0 && at + 3 < file.length)
                transparent = (file[at + 3] & 1) != 0;
            return data(at + 2);
        }

        /** Skips blocks of data up to the empty one. */
        private int data(int at) {
            while (at < file.length && file[at] != 0) at += 1 + (file[at] & 0xff);
            return at + 1;
        }
    }
}
