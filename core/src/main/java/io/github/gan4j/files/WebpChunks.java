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
 * @param picture its size by its bit stream, which decides what decoding allocates
 * @param fault sizes that contradict each other
 * @param lossy the VP8 bit stream of the picture; empty where it is lossless
 * @param still a file of nothing but that picture and its opacity
 */
record WebpChunks(
        int width,
        int height,
        Size picture,
        Optional<String> fault,
        int left,
        int top,
        Optional<byte[]> lossy,
        byte[] still,
        ImageFacts facts) {
    private static final int HEADER = 12, SIDE_BITS = 14, SIDE = (1 << SIDE_BITS) - 1;

    /** More bytes than the reader of a lossless stream is ever ahead of the bits it uses. */
    private static final int AHEAD = 16;

    private static final Size NONE = new Size(0, 0);

    record Size(int width, int height) {
        /** By the header of a bit stream; 0x0 where there is none. */
        static Size of(byte[] stream, boolean lossy) {
            ByteBuffer header = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
            if (lossy)
                return stream.length < 10 ? NONE : new Size(header.getShort(6) & SIDE, header.getShort(8) & SIDE);
            if (stream.length < 5) return NONE;
            return new Size(1 + (header.getInt(1) & SIDE), 1 + (header.getInt(1) >> SIDE_BITS & SIDE));
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    static WebpChunks of(byte[] file) {
        Walk walk = new Walk(file);
        walk.chunks(HEADER, file.length);
        return walk.found();
    }

    private static final class Walk {
        private final ByteBuffer file;
        private int width, height, left, top, frames, orientation = 1;
        private Size frame = NONE;
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
            frame = new Size(1 + triple(at + 6), 1 + triple(at + 9));
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
            Size picture = Size.of(isLossy ? lossy : lossless, isLossy);
            return new WebpChunks(
                    width,
                    height,
                    picture,
                    fault(picture),
                    left,
                    top,
                    isLossy ? Optional.of(lossy) : Optional.empty(),
                    still(picture),
                    facts);
        }

        private Optional<String> fault(Size picture) {
            Size canvas = width == 0 ? picture : new Size(width, height);
            Size claimed = frames == 0 ? canvas : frame;
            if (!picture.equals(NONE) && !picture.equals(claimed))
                return Optional.of("its picture is of " + picture + " pixels and its header says " + claimed);
            if (left + claimed.width() > canvas.width() || top + claimed.height() > canvas.height())
                return Optional.of("its picture of " + claimed + " pixels at " + left + "," + top
                        + " reaches beyond its canvas of " + canvas);
            return Optional.empty();
        }

        /** Without what the reader would take for its own: animations, whose first frame it gets wrong, profiles, a second picture. */
        private byte[] still(Size picture) {
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
            extended.put((byte) (alpha.length > 0 ? 16 : 0)).position(4);
            extended.put(number(picture.width() - 1)).put(number(picture.height() - 1));
            if (lossy.length > 0) {
                add(chunks, "VP8X", extended.array());
                if (alpha.length > 0) add(chunks, "ALPH", alpha);
                add(chunks, "VP8 ", lossy);
            } else add(chunks, "VP8L", Arrays.copyOf(lossless, lossless.length + AHEAD));
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
