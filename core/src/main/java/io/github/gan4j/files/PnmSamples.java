package io.github.gan4j.files;

import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The samples of a PNM file as they are stored: a file states the greatest of them, which need be neither 255 nor 65 535, and the
 * reader of these files scales others wrongly.
 *
 * @param file whose header states the greatest number that fits into a stored sample, so that readers hand samples on unscaled
 * @param most the greatest sample that the header states; 0 where there is nothing to scale
 */
record PnmSamples(byte[] file, int most) {
    private static final int LONGEST_HEADER = 1 << 16;
    /** Numbers before the greatest sample in a header that is no list of names: width and height. */
    private static final int BEFORE = 2;

    /** Where a number stands in a header. */
    private record Place(int start, int end) {}

    static PnmSamples of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
        Optional<Place> place =
                head.startsWith("P7") ? named(head) : head.matches("(?s)P[2356].*") ? third(head) : Optional.empty();
        return place.map(at -> of(file, head, at)).orElseGet(() -> new PnmSamples(file, 0));
    }

    private static PnmSamples of(byte[] file, String head, Place at) {
        int most = Integer.parseInt(head.substring(at.start(), at.end()));
        if (most == full(most)) return new PnmSamples(file, 0);
        byte[] full = String.valueOf(full(most)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] stored = ByteBuffer.allocate(file.length - (at.end() - at.start()) + full.length)
                .put(file, 0, at.start())
                .put(full)
                .put(file, at.end(), file.length - at.end())
                .array();
        return new PnmSamples(stored, most);
    }

    /** The greatest sample as the third number, with any white space and comments before it. */
    private static Optional<Place> third(String head) {
        int at = 2;
        for (int number = 0; ; number++) {
            while (at < head.length() && !Character.isDigit(head.charAt(at))) {
                boolean isComment = head.charAt(at) == '#';
                if (!isComment && !Character.isWhitespace(head.charAt(at))) return Optional.empty();
                int line = isComment ? head.indexOf('\n', at) : at;
                if (line < 0) return Optional.empty();
                at = line + 1;
            }
            int end = at;
            while (end < head.length() && Character.isDigit(head.charAt(end))) end++;
            if (number == BEFORE) return place(head, at, end);
            at = end;
        }
    }

    /** The greatest sample as the number after its name; bits have none. */
    private static Optional<Place> named(String head) {
        int end = head.indexOf("\nENDHDR"),
                name = head.indexOf("\nMAXVAL"),
                kind = head.indexOf("\nTUPLTYPE BLACKANDWHITE");
        if (name < 0 || name > end || kind >= 0 && kind < end) return Optional.empty();
        int start = name + "\nMAXVAL".length();
        while (Character.isWhitespace(head.charAt(start))) start++;
        int after = start;
        while (Character.isDigit(head.charAt(after))) after++;
        return place(head, start, after);
    }

    /** What cannot be the greatest sample is left to the reader to complain of. */
    private static Optional<Place> place(String head, int start, int end) {
        boolean isNumber = end > start && end - start <= 5 && end < head.length();
        int most = isNumber ? Integer.parseInt(head.substring(start, end)) : 0;
        return most >= 1 && most <= 65_535 ? Optional.of(new Place(start, end)) : Optional.empty();
    }

    private static int full(int most) {
        return most < 256 ? 255 : 65_535;
    }

    /** Scales stored samples to the whole range of their bytes, rounded. */
    void scale(WritableRaster raster) {
        if (most == 0) return;
        int full = full(most);
        DataBuffer samples = raster.getDataBuffer();
        for (int bank = 0; bank < samples.getNumBanks(); bank++)
            for (int i = 0; i < samples.getSize(); i++) {
                long stored = Math.min(most, samples.getElem(bank, i));
                samples.setElem(bank, i, (int) ((2 * stored * full + most) / (2 * most)));
            }
    }
}
