package io.github.gan4j.files;

import com.twelvemonkeys.imageio.plugins.webp.vp8.VP8Frame;
import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * The colours of a lossy WebP image as libwebp, and so every browser, shows them. The decoder gives each chroma sample to
 * the four pixels around it, which is up to 70 of 255 away at edges; libwebp weights the four nearest samples 9:3:3:1. The
 * luminance and chroma are taken where the decoder hands out its pixels.
 */
final class Vp8Colours {
    private final int width, height, across;
    private final byte[] luminance, blue, red;

    private Vp8Colours(int width, int height) {
        this.width = width;
        this.height = height;
        across = (width + 1) / 2;
        luminance = new byte[width * height];
        blue = new byte[across * ((height + 1) / 2)];
        red = new byte[blue.length];
    }

    /**
     * @param stream the bytes of the chunk {@code VP8 }
     * @throws IOException when it is damaged, or of another size than claimed
     */
    static Raster raster(byte[] stream, int width, int height) throws IOException {
        int wide = side(stream, 6), tall = side(stream, 8);
        if (wide != width || tall != height) throw new IOException("its bit stream is of " + wide + "x" + tall + " pixels");
        Vp8Colours colours = new Vp8Colours(width, height);
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
            input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            VP8Frame frame = new VP8Frame(input, false);
            SampleModel model = new PixelInterleavedSampleModel(
                    DataBuffer.TYPE_BYTE, width, height, 3, 3 * width, new int[] {0, 1, 2});
            frame.decode(colours.new Intake(model, current(frame)), null);
        }
        return colours.mixed();
    }

    /** Fourteen bits of the header. */
    private static int side(byte[] stream, int at) {
        return at + 1 < stream.length ? (stream[at] & 0xff | stream[at + 1] << 8) & 0x3fff : 0;
    }

    /** The three numbers of the pixel that a frame hands out. */
    private static byte[] current(VP8Frame frame) {
        try {
            Field field = VP8Frame.class.getDeclaredField("yuv");
            field.setAccessible(true);
            return (byte[]) field.get(frame);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another version of imageio-webp than the one this was built with", e);
        }
    }

    /** Takes in what a frame is about to make red, green and blue of. */
    private final class Intake extends WritableRaster {
        private final byte[] pixel;

        Intake(SampleModel model, byte[] pixel) {
            super(model, new DataBufferByte(3), new Point());
            this.pixel = pixel;
        }

        @Override
        public void setDataElements(int x, int y, Object ignored) {
            luminance[y * width + x] = pixel[0];
            blue[y / 2 * across + x / 2] = pixel[1];
            red[y / 2 * across + x / 2] = pixel[2];
        }
    }

    private Raster mixed() {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, at = 0; y < height; y++)
            for (int x = 0; x < width; x++, at += 3) {
                int l = (luminance[y * width + x] & 0xff) * 19077 >> 8, u = chroma(blue, x, y), v = chroma(red, x, y);
                rgb[at] = clipped(l + (v * 26149 >> 8) - 14234);
                rgb[at + 1] = clipped(l - (u * 6419 >> 8) - (v * 13320 >> 8) + 8708);
                rgb[at + 2] = clipped(l + (u * 33050 >> 8) - 17685);
            }
        return Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length), width, height, 3 * width, 3, new int[] {0, 1, 2}, null);
    }

    /** Between the nearest sample, its neighbours beside and above or below, and the one across; rounded as libwebp does. */
    private int chroma(byte[] samples, int x, int y) {
        int column = x / 2, row = y / 2;
        int beside = Math.max(0, Math.min(across - 1, column + (x % 2 == 0 ? -1 : 1)));
        int other = Math.max(0, Math.min((height + 1) / 2 - 1, row + (y % 2 == 0 ? -1 : 1)));
        int near = samples[row * across + column] & 0xff;
        int side = samples[row * across + beside] & 0xff, above = samples[other * across + column] & 0xff;
        int far = samples[other * across + beside] & 0xff;
        return (near + side + above + far + 2 * (side + above) + 8 >> 3) + near >> 1;
    }

    private static byte clipped(int value) {
        return (byte) Math.max(0, Math.min(255, value >> 6));
    }
}
