package io.github.gan4j.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.imageio.ImageIO;

/**
 * Image files as pictures; PNG is written. What a file is decide its first bytes. Its first frame or page is read, turned
 * upright; colours are sRGB, 16 bits become 8, palettes what they stand for, and transparent pixels are laid over white.
 */
public final class ImageFile {
    /** The formats that are read, for messages. */
    public static final String FORMATS = "PNG, JPEG, GIF, BMP, TIFF, WebP, PNM";

    /** The most pixels an image may have; its header is asked before anything is decoded. */
    public static final long MOST_PIXELS = 64L << 20;

    /** The most bytes an image file may have. */
    public static final int MOST_BYTES = 256 << 20;

    static {
        ImageIO.setUseCache(false);
    }

    private ImageFile() {}

    /**
     * What an image file holds.
     *
     * @param picture laid over white
     * @param transparent whether white shows through anywhere
     * @param remarks what people should know of it
     */
    public record Content(Picture picture, boolean transparent, Set<Remark> remarks) {
        private static Content of(ImageDecoder.Decoded decoded) {
            Layers layers = decoded.layers();
            return new Content(layers.overWhite(), layers.opacity().isPresent(), decoded.remarks());
        }
    }

    /** Reads an image file; the error of one that cannot be read is one line that starts with its name. */
    public static Picture read(Path file) throws IOException {
        return read(file, remark -> {});
    }

    /** As {@link #read(Path)}; {@code notice} hears what people should know of the image, a line each. */
    public static Picture read(Path file, Consumer<String> notice) throws IOException {
        return decoded(file, content -> {
            Remark.lines(List.of(file.toString()), List.of(content.remarks())).forEach(notice);
            return content.picture();
        });
    }

    /** What is made of an image file; as long as that takes, memory for the image is kept. */
    public static <T> T decoded(Path file, Function<Content, T> use) throws IOException {
        return reading(file, bytes -> decoded(bytes, file.toString(), use));
    }

    /** Reads an image from the bytes of its file; {@code name} is for error messages. */
    public static Picture read(byte[] bytes, String name) throws IOException {
        return content(bytes, name).picture();
    }

    /** As {@link #read(byte[], String)}, with what the picture alone does not tell. */
    public static Content content(byte[] bytes, String name) throws IOException {
        return decoded(bytes, name, Function.identity());
    }

    /** As {@link #decoded(Path, Function)}, of the bytes of a file; {@code name} is for error messages. */
    public static <T> T decoded(byte[] bytes, String name, Function<Content, T> use) throws IOException {
        return decoding(bytes, name, decoded -> use.apply(Content.of(decoded)));
    }

    /** Reads an image file with its opacity; errors as in {@link #read(Path)}. */
    public static Layers layers(Path file) throws IOException {
        return layers(file, remark -> {});
    }

    /** As {@link #layers(Path)}; {@code notice} hears what people should know of the image, a line each. */
    public static Layers layers(Path file, Consumer<String> notice) throws IOException {
        return reading(file, bytes -> layers(bytes, file.toString(), notice));
    }

    /** As {@link #layers(Path)}, from the bytes of a file; {@code name} is for error messages. */
    public static Layers layers(byte[] bytes, String name) throws IOException {
        return layers(bytes, name, remark -> {});
    }

    /** As {@link #layers(Path, Consumer)}, from the bytes of a file; {@code name} begins every line. */
    public static Layers layers(byte[] bytes, String name, Consumer<String> notice) throws IOException {
        return decoding(bytes, name, decoded -> {
            Remark.lines(List.of(name), List.of(decoded.remarks())).forEach(notice);
            return decoded.layers();
        });
    }

    /** How many pixels an image file claims to have, without decoding it; errors as in {@link #read(Path)}. */
    public static long pixels(Path file) throws IOException {
        return reading(file, bytes -> pixels(bytes, file.toString()));
    }

    /** As {@link #pixels(Path)}, from the bytes of a file; {@code name} is for error messages. */
    public static long pixels(byte[] bytes, String name) throws IOException {
        return new ImageDecoder(bytes, name).pixels();
    }

    private static <T> T decoding(byte[] bytes, String name, Function<ImageDecoder.Decoded, T> use) throws IOException {
        ImageDecoder decoder = new ImageDecoder(bytes, name);
        return DecodingMemory.shared().decoding(decoder.memory(), name, () -> use.apply(decoder.decoded()));
    }

    /**
     * As {@link #decoded(Path, Function)}, of a file inside another.
     *
     * @param length of the file, at most
     * @param source reads its bytes when there is memory for them
     */
    public static <T> T decoded(long length, Source source, String name, Function<Content, T> use) throws IOException {
        return DecodingMemory.shared().reading(length, name, () -> decoded(source.bytes(), name, use));
    }

    /** Where the bytes of an image file come from. */
    @FunctionalInterface
    public interface Source {
        byte[] bytes() throws IOException;
    }

    private interface BytesReader<T> {
        T of(byte[] bytes) throws IOException;
    }

    private static <T> T reading(Path file, BytesReader<T> reader) throws IOException {
        long size = sizeOf(file);
        if (size > MOST_BYTES) throw tooLong(file.toString());
        return DecodingMemory.shared().reading(size, file.toString(), () -> reader.of(bytes(file)));
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException(file + ": " + Reason.of(e), e);
        }
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            if (Files.isSymbolicLink(file) && !Files.exists(file))
                throw new IOException("is a link to " + Files.readSymbolicLink(file) + ", where there is nothing");
            if (!Files.isDirectory(file)) return Files.size(file);
        } catch (IOException e) {
            throw new IOException(file + ": " + Reason.of(e), e);
        }
        throw new IOException(file + ": is a folder, not an image");
    }

    private static IOException tooLong(String name) {
        return new IOException(name + ": an image file has at most " + MOST_BYTES + " bytes");
    }

    /** Writes a PNG whole or not at all. */
    public static void writePng(Path target, Picture picture) throws IOException {
        writePng(target, new Layers(picture, Optional.empty()));
    }

    /** Writes a PNG with its opacity, whole or not at all. */
    public static void writePng(Path target, Layers layers) throws IOException {
        AtomicFile.write(target, out -> PngWriter.write(out, layers));
    }

    /** The bytes of a PNG. */
    public static byte[] png(Picture picture) throws IOException {
        return png(new Layers(picture, Optional.empty()));
    }

    /** The bytes of a PNG with its opacity. */
    public static byte[] png(Layers layers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.write(bytes, layers);
        return bytes.toByteArray();
    }
}
