package io.github.gan4j.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first picture of a WebP file and where it lies on the file's canvas.
 *
 * @param width of the canvas, or 0 where there is none but the picture
 * @param lossy the VP8 bit stream of the picture; empty where it is lossless
 * @param still a file of nothing but that picture and its opacity
 */
record WebpChunks(
        int width,
        int height,
        int left,
        int top,
        Optional<byte[]> lossy,
        boolean opacity,
        byte[] still,
        ImageFacts facts) {
    private static final int HEADER = 12;

    static WebpChunks of(byte[] file) {
        Walk walk = new Walk(file);
        walk.chunks(HEADER, file.length);
        return walk.found();
    }

    private static final class Walk {
        private final ByteBuffer file;
        private int width, height, left, top, frames, orientation = 1;
        private int frameWidth, frameHeight;
        private Optional<byte[]> profile = Optional.empty();
        private byte[] alpha = new byte[0], lossy = new byte[0], lossless = new byte[0];

        Walk(byte[] file) {
            this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        }

        void chunks(int from, int to) {
            int at = from;
            while (at + 8 <= to) {
                String kind = new String(file.array(), at, 4, StandardCharsets.ISO_8859_1);
                int start = at + 8;
                long length = Math.min(file.getInt(at + 4) & 0xffffffffL, to - start);
                chunk(kind, start, (int) length);
                at = (int) Math.min(to, start + length + (length & 1));
            }
        }

        private void chunk(String kind, int at, int length) {
            switch (kind) {
                case "VP8X" -> {
                    if (length < 10) return;
                    width = 1 + triple(at + 4);
                    height = 1 + triple(at + 7);
                }
                case "ANMF" -> frame(at, length);
                case "ICCP" -> profile = Optional.of(copy(at, length));
                case "EXIF" -> orientation = ImageFacts.orientation(copy(at, length));
                case "ALPH" -> alpha = first(alpha, at, length);
                case "VP8 " -> lossy = first(lossy, at, length);
                case "VP8L" -> lossless = first(lossless, at, length);
                default -> {}
            }
        }

        private void frame(int at, int length) {
            if (frames++ > 0 || length < 16) return;
            left = 2 * triple(at);
            top = 2 * triple(at + 3);
            frameWidth = 1 + triple(at + 6);
            frameHeight = 1 + triple(at + 9);
            chunks(at + 16, at + length);
        }

        private byte[] first(byte[] found, int at, int length) {
            return found.length > 0 ? found : copy(at, length);
        }

        private byte[] copy(int at, int length) {
            return Arrays.copyOfRange(file.array(), at, at + length);
        }

        private int triple(int at) {
            return file.getShort(at) & 0xffff | (file.get(at + 2) & 0xff) << 16;
        }

        WebpChunks found() {
            boolean isLossy = lossy.length > 0;
            ImageFacts facts = new ImageFacts(orientation, profile, frames, isLossy ? 12 : 8);
            boolean opacity = isLossy ? alpha.length > 0 : true;
            return new WebpChunks(
                    width, height, left, top, isLossy ? Optional.of(lossy) : Optional.empty(), opacity, still(), facts);
        }

        /** Without what the reader would take for its own: animations, whose first frame it gets wrong, and profiles. */
        private byte[] still() {
            if (frames == 0 && profile.isEmpty()) return file.array();
            int wide = frames == 0 ? width : frameWidth, tall = frames == 0 ? height : frameHeight;
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
            extended.put((byte) (alpha.length > 0 ? 16 : 0)).position(4);
            extended.put(number(wide - 1)).put(number(tall - 1));
            if (lossless.length == 0) add(chunks, "VP8X", extended.array());
            if (alpha.length > 0) add(chunks, "ALPH", alpha);
            if (lossy.length > 0) add(chunks, "VP8 ", lossy);
            else add(chunks, "VP8L", lossless);
            ByteArrayOutputStream riff = new ByteArrayOutputStream();
            riff.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
            riff.writeBytes(chunks.toByteArray());
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            add(whole, "RIFF", riff.toByteArray());
            return whole.toByteArray();
        }

        private static byte[] number(int triple) {
            return new byte[] {(byte) triple, (byte) (triple >> 8), (byte) (triple >> 16)};
        }

        private static void add(ByteArrayOutputStream to, String kind, byte[] data) {
            to.writeBytes(kind.getBytes(StandardCharsets.ISO_8859_1));
            to.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(data.length)
                    .array());
            to.writeBytes(data);
            if ((data.length & 1) != 0) to.write(0);
        }
    }
}
