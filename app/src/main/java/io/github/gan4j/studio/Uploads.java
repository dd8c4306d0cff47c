package io.github.gan4j.studio;

import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.Remark;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Images that were dropped onto a page, under names made of their content; the newest few are remembered. */
final class Uploads {
    /** The most bytes of a file. */
    static final int MOST_BYTES = 8 << 20;

    /** The most pixels, more than cameras of phones have: a small file can hold a large image. */
    private static final long MOST_PIXELS = 32_000_000;

    static final String NAME = "the dropped file";
    private static final int KEPT = 16;
    private static final int LONGEST_SIDE = 512;

    private final Map<String, Picture> byName = new LinkedHashMap<>();

    /**
     * Remembers the largest square in the middle.
     *
     * @return the name that it can be asked for by
     * @throws IOException in one line, when the bytes are no image
     */
    synchronized String keep(byte[] file) throws IOException {
        Picture square = Pictures.centreSquare(decoded(file));
        int side = Math.min(LONGEST_SIDE, square.width());
        String name = "*" + Checksum.sha256(file).substring(0, 12);
        byName.remove(name);
        byName.put(name, Pictures.resized(square, side, side));
        if (byName.size() > KEPT) byName.remove(byName.keySet().iterator().next());
        return name;
    }

    /**
     * A dropped image; one is decoded at a time.
     *
     * @throws Refusal when it has too many pixels
     * @throws IOException in one line, when the bytes are no image
     */
    static Picture decoded(byte[] file) throws IOException {
        return decoded(file, (bytes, name) -> ImageFile.read(bytes, name));
    }

    /** As {@link #decoded(byte[])}; {@code notice} hears how the picture differs from the file, a line each. */
    static Picture decoded(byte[] file, Consumer<String> notice) throws IOException {
        return decoded(file, (bytes, name) -> {
            ImageFile.Content content = ImageFile.content(bytes, name);
            Remark.lines(List.of(name), List.of(content.remarks())).forEach(notice);
            if (content.transparent()) notice.accept(name + ": what shows through is laid over white");
            return content.picture();
        });
    }

    /** As {@link #decoded(byte[], Consumer)}, with its opacity. */
    static Layers layers(byte[] file, Consumer<String> notice) throws IOException {
        return decoded(file, (bytes, name) -> ImageFile.layers(bytes, name, notice));
    }

    private interface Decoder<T> {
        T of(byte[] file, String name) throws IOException;
    }

    private static <T> T decoded(byte[] file, Decoder<T> decoder) throws IOException {
        synchronized (Uploads.class) {
            long pixels = pixels(file);
            if (pixels > MOST_PIXELS)
                throw Refusal.tooLarge("an image that is dropped here has at most " + MOST_PIXELS + " pixels, this one "
                        + pixels + "; shrink it first");
            return decoder.of(file, NAME);
        }
    }

    /** How many pixels a dropped image claims to have. */
    static long pixels(byte[] file) throws IOException {
        return ImageFile.pixels(file, NAME);
    }

    /** @throws Refusal when it is remembered no longer */
    synchronized Picture named(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> Refusal.missing("the dropped image is remembered no longer; drop it again"));
    }
}
