package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What one look at an image leaves behind; the picture itself is let go of.
 *
 * @param problem why it cannot be read, or nothing
 * @param grey whether it shows no colour, however it is stored
 * @param content the same for the same size and pixels
 */
record Inspection(String problem, int width, int height, boolean grey, boolean transparent, long content) {
    /** Looks at all of them, one after the other on each core. */
    static List<Inspection> at(Originals originals, Watcher watcher) {
        AtomicLong done = new AtomicLong();
        int count = originals.count();
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(image -> {
                    Inspection look = at(originals, image);
                    watcher.done("looked at", done.incrementAndGet(), count);
                    return look;
                })
                .toList();
    }

    private static Inspection at(Originals originals, int image) {
        try {
            ImageFile.Content content = originals.content(image);
            Picture picture = content.picture();
            boolean grey = ImageFolder.isGrey(picture);
            return new Inspection(
                    "",
                    picture.width(),
                    picture.height(),
                    grey,
                    content.transparent(),
                    content(grey ? Pictures.toGrey(picture) : picture));
        } catch (IOException e) {
            return new Inspection(String.valueOf(e.getMessage()), 0, 0, false, false, 0);
        }
    }

    /** 64 bits: among a million images two different ones are taken for equal once in 40 million times. */
    private static long content(Picture picture) {
        ContentChecksum sum = new ContentChecksum().add(picture.width()).add(picture.height());
        sum.add(picture.pixels(), 0, picture.pixels().length);
        return Long.parseUnsignedLong(sum.value(), 16);
    }

    boolean readable() {
        return problem.isEmpty();
    }

    String size() {
        return width + "x" + height;
    }
}
