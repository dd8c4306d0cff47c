package io.github.gan4j.data;

import io.github.gan4j.files.DecodingMemory;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.Remark;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What one look at an image leaves behind; the picture itself is let go of.
 *
 * @param problem why it cannot be read, or nothing
 * @param grey whether it shows no colour, however it is stored
 * @param content the same for the same size and pixels
 * @param remarks what people should know of it
 * @param tooLarge an image that this Java has too little memory for
 */
record Inspection(
        String problem,
        int width,
        int height,
        boolean grey,
        boolean transparent,
        long content,
        Set<Remark> remarks,
        Optional<DecodingMemory.TooLittle> tooLarge) {
    /** Looks at all of them, one after the other on each core. */
    static List<Inspection> at(Originals originals, Watcher watcher) {
        AtomicLong done = new AtomicLong();
        int count = originals.count();
        List<Inspection> looks = IntStream.range(0, count)
                .parallel()
                .mapToObj(image -> {
                    Inspection look = at(originals, image);
                    watcher.done("looked at", done.incrementAndGet(), count);
                    return look;
                })
                .toList();
        looks.stream().flatMap(look -> look.tooLarge.stream()).findFirst().ifPresent(tooLarge -> {
            throw tooLarge;
        });
        return looks;
    }

    private static Inspection at(Originals originals, int image) {
        try {
            return originals.decoded(image, Inspection::of);
        } catch (IOException e) {
            return new Inspection(String.valueOf(e.getMessage()), 0, 0, false, false, 0, Set.of(), Optional.empty());
        } catch (DecodingMemory.TooLittle e) { // kept, so that the same image is named whichever came first
            return new Inspection(e.getMessage(), 0, 0, false, false, 0, Set.of(), Optional.of(e));
        }
    }

    private static Inspection of(ImageFile.Content content) {
        Picture picture = content.picture();
        boolean grey = ImageFolder.isGrey(picture);
        return new Inspection(
                "",
                picture.width(),
                picture.height(),
                grey,
                content.transparent(),
                content(grey ? Pictures.toGrey(picture) : picture),
                content.remarks(),
                Optional.empty());
    }

    /** 64 bits: among a million images two different ones are taken for equal once in 40 million times. */
    private static long content(Picture picture) {
        ContentChecksum sum = new ContentChecksum().add(picture.width()).add(picture.height());
        sum.add(picture.pixels(), 0, picture.pixels().length);
        return Long.parseUnsignedLong(sum.value(), 16);
    }

    /** The numbers of those that can be read. */
    static List<Integer> usable(List<Inspection> looks) {
        return IntStream.range(0, looks.size())
                .filter(i -> looks.get(i).readable())
                .boxed()
                .toList();
    }

    boolean readable() {
        return problem.isEmpty();
    }

    String size() {
        return width + "x" + height;
    }
}
