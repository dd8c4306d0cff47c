package io.github.gan4j.files;

import java.util.Arrays;
import java.util.Optional;

/** Which pixels of TIFF files are read. */
final class TiffPixels {
    private static final int FLOAT = 3, JPEG = 7, CMYK = 5, YCC = 6, LAB = 8, MOST_BITS = 16, COLOUR_FILTER = 32803;

    private TiffPixels() {}

    static ImageFacts facts(TiffTags tags) {
        int bits = Arrays.stream(tags.numbers(TiffTags.BITS)).max().orElse(1);
        int samples = Math.max(1, tags.number(TiffTags.SAMPLES, 1));
        return new ImageFacts(
                tags.number(TiffTags.ORIENTATION, 1),
                ImageFacts.profile(tags.bytes(TiffTags.PROFILE)),
                tags.pages(),
                samples * ((bits + 7) / 8) + 3); // readers may hold the colours and what they were made from
    }

    /** Why the pixels are not read, if that is so; in words that go after "is". */
    static Optional<String> unread(TiffTags tags) {
        int kind = tags.number(TiffTags.PHOTOMETRIC, 1);
        int bits = Arrays.stream(tags.numbers(TiffTags.BITS)).max().orElse(1);
        boolean thumbnail = (tags.number(TiffTags.NEW_SUBFILE_TYPE, 0) & 1) != 0;
        if (thumbnail || tags.has(TiffTags.DNG_VERSION) || kind >= COLOUR_FILTER)
            return Optional.of(
                    "a camera raw image (DNG or its like), which is not read (" + ImageFile.FORMATS + " are)");
        if (kind == LAB || kind > LAB) return Optional.of("a TIFF image in CIE Lab, which is not read");
        if (Arrays.stream(tags.numbers(TiffTags.SAMPLE_FORMAT)).anyMatch(format -> format == FLOAT))
            return Optional.of("a TIFF image of floating-point numbers, whose white is not known; not read");
        if (Arrays.stream(tags.numbers(TiffTags.SAMPLE_FORMAT)).anyMatch(format -> format > 1 && format != 4))
            return Optional.of("a TIFF image of signed or complex numbers, which is not read");
        if (bits > MOST_BITS) return Optional.of("a TIFF image of " + bits + " bits a channel; at most 16 are read");
        boolean mixed = tags.number(TiffTags.COMPRESSION, 1) == JPEG
                && tags.number(TiffTags.SAMPLES, 1) > 3
                && (kind == CMYK || kind <= YCC);
        return mixed
                ? Optional.of("a TIFF image of more than three channels compressed as JPEG, which is not read")
                : Optional.empty();
    }
}
