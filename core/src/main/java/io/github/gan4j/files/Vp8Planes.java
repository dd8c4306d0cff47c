package io.github.gan4j.files;

import com.twelvemonkeys.imageio.plugins.webp.vp8.VP8Frame;
import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Luminance and chroma of a lossy WebP image as libwebp, and so every browser, makes them. imageio-webp predicts blocks from
 * pixels that its loop filter has changed already, hands blocks out before the filter is through with them, gives each
 * chroma sample to four pixels as it is, and takes a wrong corner for a first block that is predicted from the gradient; its
 * colours are up to 150 of 255 away. So its filter is switched off while it decodes, its numbers are taken before they become
 * colours, and the rest is done here. A test compares with Pillow.
 */
final class Vp8Planes {
    private static final int MACRO = 16, HEADER = 10, LEAST_BITS = 3;

    /** Modes of prediction: from the pixels to the left alone, and from the gradient of those around. */
    private static final int FROM_LEFT = 2, GRADIENT = 3;

    private final int width, height, wide;
    final byte[] luminance, blue, red;

    private Vp8Planes(int width, int height) {
        this.width = width;
        this.height = height;
        wide = padded(width);
        luminance = new byte[wide * padded(height)];
        blue = new byte[luminance.length / 4];
        red = new byte[luminance.length / 4];
    }

    private static int padded(int side) {
        return (side + MACRO - 1) / MACRO * MACRO;
    }

    /**
     * The image in red, green and blue.
     *
     * @param stream the bytes of the chunk {@code VP8 }
     * @throws IOException when it is damaged, or of another size than claimed
     */
    static Raster raster(byte[] stream, int width, int height) throws IOException {
        int saidWidth = side(stream, 6), saidHeight = side(stream, 8);
        if (saidWidth != width || saidHeight != height)
            throw new IOException("its bit stream is of " + saidWidth + "x" + saidHeight + " pixels");
        Vp8Planes planes = new Vp8Planes(width, height);
        Decoding decoding = planes.new Decoding(stream);
        VP8Frame frame = decoding.frame;
        SampleModel model = new PixelInterleavedSampleModel(
                DataBuffer.TYPE_BYTE, planes.wide, padded(height), 3, 3 * planes.wide, new int[] {0, 1, 2});
        frame.decode(planes.new Intake(model, frame), null);
        decoding.filter();
        return planes.mixed();
    }

    /**
     * Whether a stream is long enough for the image it claims. The modes of a block of 16x16 pixels alone take 3.4 bits, since
     * their probabilities are fixed (RFC 6386, 11.2).
     */
    static boolean mayHold(byte[] stream) {
        long blocks = (long) padded(side(stream, 6)) * padded(side(stream, 8)) / (MACRO * MACRO);
        return blocks * LEAST_BITS <= 8L * stream.length;
    }

    /** Fourteen bits of the header. */
    private static int side(byte[] stream, int at) {
        return at + 1 < stream.length ? (stream[at] & 0xff | stream[at + 1] << 8) & 0x3fff : 0;
    }

    private static Object get(Object of, String name) {
        try {
            return field(of, name).get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Object of, String name) {
        return (int) get(of, name);
    }

    private static void set(Object of, String name, int value) {
        try {
            field(of, name).setInt(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("another version of imageio-webp than the one this was built with", e);
        }
    }

    /** The bytes of a frame, which switch off its filter once its header is read: when the second partition is sought. */
    private final class Decoding extends ImageInputStreamImpl {
        private final byte[] bytes;
        private final long second;
        private final VP8Frame frame;
        private int level = -1;
        private boolean corrected;

        Decoding(byte[] bytes) throws IOException {
            this.bytes = bytes;
            setByteOrder(ByteOrder.LITTLE_ENDIAN);
            second = HEADER + ((bytes[0] & 0xff | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff) << 16) >> 5);
            frame = new VP8Frame(this, false);
        }

        @Override
        public int read() {
            bitOffset = 0;
            if (!corrected) correctCorner();
            return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
        }

        /**
         * The first block of all predicted from the gradient (TM) around it: the decoder takes other numbers for what lies
         * outside of the image. The right ones make that prediction 129 everywhere, as the one from the left does there.
         */
        private void correctCorner() {
            if (level < 0) return;
            for (String modes : new String[] {"yModes", "uvModes"}) {
                int[][] all = (int[][]) get(frame, modes);
                if (all[0][0] == GRADIENT) all[0][0] = FROM_LEFT;
            }
            Object[] row = (Object[]) get(frame, "currentMacroBlockRow");
            if (row == null) return;
            corrected = true;
            for (String mode : new String[] {"yMode", "uvMode"})
                if (number(row[1], mode) == GRADIENT) set(row[1], mode, FROM_LEFT);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            bitOffset = 0;
            if (streamPos >= bytes.length) return -1;
            int count = (int) Math.min(length, bytes.length - streamPos);
            System.arraycopy(bytes, (int) streamPos, into, offset, count);
            streamPos += count;
            return count;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void seek(long position) throws IOException {
            if (position >= second && level < 0) {
                level = number(frame, "filterLevel");
                set(frame, "filterLevel", 0);
            }
            super.seek(position);
        }

        void filter() {
            if (level <= 0) return;
            Vp8LoopFilter filter =
                    new Vp8LoopFilter(number(frame, "sharpnessLevel"), (boolean) get(frame, "simpleFilter"));
            int[][] modes = (int[][]) get(frame, "yModes");
            for (int row = 0; row < modes.length; row++)
                for (int column = 0; column < modes[row].length; column++) {
                    boolean small = modes[row][column] == Vp8LoopFilter.SMALL_BLOCKS;
                    filter.block(
                            Vp8Planes.this, wide, column, row, level(row, column, small), small || !skips(row, column));
                }
        }

        private boolean skips(int row, int column) {
            return skipped[row * (wide / MACRO) + column];
        }

        private int level(int row, int column, boolean small) {
            int at = level;
            if (number(frame, "segmentationIsEnabled") > 0) {
                Object[] segments = (Object[]) get(get(frame, "segmentQuants"), "segQuants");
                int strength = number(segments[((int[][]) get(frame, "segmentIds"))[row][column]], "filterStrength");
                at = number(frame, "macroBlockSegementAbsoluteDelta") > 0 ? strength : at + strength;
            }
            if (number(frame, "modeRefLoopFilterDeltaEnabled") > 0) {
                at += ((int[]) get(frame, "refLoopFilterDeltas"))[0];
                if (small) at += ((int[]) get(frame, "modeLoopFilterDeltas"))[0];
            }
            return Math.max(0, Math.min(63, at));
        }
    }

    /** Of which blocks the inner edges are not filtered. */
    private boolean[] skipped = new boolean[0];

    /** Takes in what a frame is about to make red, green and blue of, the margins of its last blocks included. */
    private final class Intake extends WritableRaster {
        private final VP8Frame frame;
        private final byte[] pixel;

        Intake(SampleModel model, VP8Frame frame) {
            super(model, new DataBufferByte(3), new Point());
            this.frame = frame;
            pixel = (byte[]) get(frame, "yuv");
            skipped = new boolean[luminance.length / (MACRO * MACRO)];
        }

        @Override
        public void setDataElements(int x, int y, Object ignored) {
            luminance[y * wide + x] = pixel[0];
            blue[y / 2 * (wide / 2) + x / 2] = pixel[1];
            red[y / 2 * (wide / 2) + x / 2] = pixel[2];
            if (x % MACRO != 0 || y % MACRO != 0) return;
            Object block = ((Object[]) get(frame, "currentMacroBlockRow"))[x / MACRO + 1];
            skipped[y / MACRO * (wide / MACRO) + x / MACRO] = (boolean) get(block, "skipInnerLoopFilter");
        }
    }

    private Raster mixed() {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, at = 0; y < height; y++)
            for (int x = 0; x < width; x++, at += 3) {
                int l = (luminance[y * wide + x] & 0xff) * 19077 >> 8, u = chroma(blue, x, y), v = chroma(red, x, y);
                rgb[at] = clipped(l + (v * 26149 >> 8) - 14234);
                rgb[at + 1] = clipped(l - (u * 6419 >> 8) - (v * 13320 >> 8) + 8708);
                rgb[at + 2] = clipped(l + (u * 33050 >> 8) - 17685);
            }
        return Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length), width, height, 3 * width, 3, new int[] {0, 1, 2}, null);
    }

    /** The nearest sample, those beside and above or below, and the one across, 9:3:3:1; rounded as libwebp does. */
    private int chroma(byte[] samples, int x, int y) {
        int column = x / 2, row = y / 2;
        int beside = Math.max(0, Math.min((width + 1) / 2 - 1, column + (x % 2 == 0 ? -1 : 1)));
        int other = Math.max(0, Math.min((height + 1) / 2 - 1, row + (y % 2 == 0 ? -1 : 1)));
        int across = wide / 2;
        int near = samples[row * across + column] & 0xff;
        int side = samples[row * across + beside] & 0xff, above = samples[other * across + column] & 0xff;
        int far = samples[other * across + beside] & 0xff;
        return (near + side + above + far + 2 * (side + above) + 8 >> 3) + near >> 1;
    }

    private static byte clipped(int value) {
        return (byte) Math.max(0, Math.min(255, value >> 6));
    }
}
