package io.github.gan4j.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Image files as pictures: PNG, JPEG, GIF (first frame) and BMP are read, PNG is written. Transparent pixels are laid
 * over white, 16 bits become 8, palettes become what they stand for.
 */
public final class ImageFile {
    /** The most pixels an image may have; its header is asked before anything is decoded. */
    public static final long MOST_PIXELS = 64L << 20;

    /** The most bytes an image file may have. */
    public static final int MOST_BYTES = 256 << 20;

    /** No format packs more pixels into a byte (a deflated PNG of one bit per pixel comes to about 8200). */
    private static final long MOST_PIXELS_PER_BYTE = 16_384;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

    static {
        ImageIO.setUseCache(false);
    }

    private ImageFile() {}

    /**
     * What an image file holds.
     *
     * @param picture laid over white
     * @param transparent whether white shows through anywhere
     */
    public record Content(Picture picture, boolean transparent) {}

    /** Reads an image file; the error of one that cannot be read is one line that starts with its name. */
    public static Picture read(Path file) throws IOException {
        return content(file).picture();
    }

    /** As {@link #read(Path)}, with what the picture alone does not tell. */
    public static Content content(Path file) throws IOException {
        return content(bytes(file), file.toString());
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            if (!Files.isDirectory(file)) return Files.size(file);
        } catch (IOException e) {
            throw new IOException(file + ": " + Reason.of(e), e);
        }
        throw new IOException(file + ": is a folder, not an image");
    }

    /** Reads an image from a stream, which is left open; {@code name} is for error messages. */
    public static Picture read(InputStream stream, String name) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw tooLong(name);
        return read(bytes, name);
    }

    /** Reads an image from the bytes of its file; {@code name} is for error messages. */
    public static Picture read(byte[] bytes, String name) throws IOException {
        return content(bytes, name).picture();
    }

    /** As {@link #read(byte[], String)}, with what the picture alone does not tell. */
    public static Content content(byte[] bytes, String name) throws IOException {
        return decoded(bytes, name, image -> new Content(Picture.of(image), isTransparent(image)));
    }

    /** Reads an image file with its opacity; errors as in {@link #read(Path)}. */
    public static Layers layers(Path file) throws IOException {
        return layers(bytes(file), file.toString());
    }

    /** As {@link #layers(Path)}, from the bytes of a file; {@code name} is for error messages. */
    public static Layers layers(byte[] bytes, String name) throws IOException {
        return decoded(bytes, name, Layers::of);
    }

    /** How many pixels an image file claims to have, without decoding it; errors as in {@link #read(Path)}. */
    public static long pixels(Path file) throws IOException {
        return pixels(bytes(file), file.toString());
    }

    /** As {@link #pixels(Path)}, from the bytes of a file; {@code name} is for error messages. */
    public static long pixels(byte[] bytes, String name) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = readerFor(input, name);
            try {
                reader.setInput(input, true, true);
                return claimed(reader, bytes.length, name);
            } catch (Refused e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw undecodable(reader, name, e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        long bytes = sizeOf(file);
        if (bytes > MOST_BYTES) throw tooLong(file.toString());
        return Files.readAllBytes(file);
    }

    private static <T> T decoded(byte[] bytes, String name, Function<BufferedImage, T> reading) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = readerFor(input, name);
            try {
                reader.setInput(input, true, true);
                return decode(reader, bytes.length, name, reading);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader readerFor(ImageInputStream input, String name) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(format(reader))) return reader;
            reader.dispose();
        }
        throw new IOException(name + ": not an image that can be read (PNG, JPEG, GIF, BMP)");
    }

    private static String format(ImageReader reader) throws IOException {
        return reader.getOriginatingProvider().getFormatNames()[0].toLowerCase(Locale.ROOT);
    }

    /** The pixels that the header tells of, before anything is decoded. */
    private static long claimed(ImageReader reader, long bytes, String name) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        String claim = name + ": claims " + width + "x" + height + " pixels";
        if (width < 1 || height < 1 || pixels > MOST_PIXELS)
            throw new Refused(claim + "; an image has at least 1 and at most " + MOST_PIXELS);
        if (pixels > MOST_PIXELS_PER_BYTE * bytes) throw new Refused(claim + " in a file of " + bytes + " bytes");
        return pixels;
    }

    private static <T> T decode(ImageReader reader, long bytes, String name, Function<BufferedImage, T> reading)
            throws IOException {
        try {
            claimed(reader, bytes, name);
            AtomicBoolean cutShort = new AtomicBoolean();
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.startsWith("Truncated") || warning.contains("premature end")) cutShort.set(true);
            });
            BufferedImage image = reader.read(0);
            T content = reading.apply(image);
            if (cutShort.get()) throw new Refused(name + ": a " + format(reader) + " image that is cut short");
            return content;
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // decoders of damaged files throw all three
            throw undecodable(reader, name, e);
        }
    }

    private static IOException undecodable(ImageReader reader, String name, Throwable e) throws IOException {
        return new IOException(
                name + ": a " + format(reader) + " image that cannot be decoded (" + Reason.of(e) + ")", e);
    }

    private static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) return false;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++)
            for (int pixel : image.getRGB(0, y, row.length, 1, row, 0, row.length))
                if (pixel >>> 24 != 255) return true;
        return false;
    }

    private static IOException tooLong(String name) {
        return new IOException(name + ": an image file has at most " + MOST_BYTES + " bytes");
    }

    /** Writes a PNG whole or not at all. */
    public static void writePng(Path target, Picture picture) throws IOException {
        AtomicFile.write(target, out -> writePng(out, picture.toImage()));
    }

    /** Writes a PNG with its opacity, whole or not at all. */
    public static void writePng(Path target, Layers layers) throws IOException {
        AtomicFile.write(target, out -> writePng(out, layers.toImage()));
    }

    /** The bytes of a PNG. */
    public static byte[] png(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writePng(bytes, picture.toImage());
        return bytes.toByteArray();
    }

    /** The bytes of a PNG with its opacity. */
    public static byte[] png(Layers layers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writePng(bytes, layers.toImage());
        return bytes.toByteArray();
    }

    private static void writePng(OutputStream target, BufferedImage image) throws IOException {
        if (!ImageIO.write(image, "png", target)) throw new IOException("this Java has no PNG writer");
    }

    /** An error that is already worded for the user. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
