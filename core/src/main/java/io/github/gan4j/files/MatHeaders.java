package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Tag;
import us.hebi.matlab.mat.format.Mat5Type;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * A first look at a MATLAB 5 file: the library that reads it believes what the headers of arrays claim and allocates as
 * much, so they are checked before it is asked.
 */
final class MatHeaders {
    private static final int MOST_DIMENSION_BYTES = 64;
    private static final int MOST_NAME_BYTES = 64;

    /** Of the classes of arrays only these have no header of their own kind. */
    private static final int LAST_NUMERIC_CLASS = 15;

    /** Deflate turns one byte into at most 1032. */
    private static final int MOST_INFLATION = 1032;

    private MatHeaders() {}

    /** The most bytes an array of this file can really have, within what an array and this Java can hold. */
    static long mostBytes(Path file) throws IOException {
        long memory = Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 4 * 3);
        return Math.min(memory, MOST_INFLATION * Files.size(file));
    }

    /** @throws IOException when an array reaches beyond the end of the file or its header is larger than headers are */
    static void require(Path file) throws IOException {
        long length = Files.size(file);
        try (Source source = Sources.openFile(file.toFile())) {
            source.order(Mat5File.readFileHeader(source).getByteOrder());
            while (source.getPosition() < length) requireArray(source, length);
        }
    }

    private static void requireArray(Source source, long length) throws IOException {
        Mat5Tag tag = Mat5Tag.readTag(source);
        long end = source.getPosition() + tag.getNumBytes() + tag.getPadding();
        if (tag.getNumBytes() < 1 || end > length)
            throw new IOException("ends within an array of " + Integer.toUnsignedString(tag.getNumBytes())
                    + " bytes; is it truncated?");
        if (tag.getType() == Mat5Type.Compressed) {
            try (Source inflated = source.readInflated(tag.getNumBytes(), 512)) {
                Mat5Tag.readTag(inflated);
                requireHeader(inflated);
            }
        } else {
            requireHeader(source);
        }
        source.skip(Math.max(0, end - source.getPosition()));
    }

    private static void requireHeader(Source source) throws IOException {
        Mat5Tag flags = Mat5Tag.readTag(source);
        if (flags.getNumBytes() != 2 * Integer.BYTES) throw odd("flags", flags);
        int kind = source.readInt() & 0xff;
        source.readInt();
        if (kind > LAST_NUMERIC_CLASS) throw new IOException("holds an array of unknown class " + kind);
        Mat5Tag dimensions = Mat5Tag.readTag(source);
        if (!within(dimensions, MOST_DIMENSION_BYTES)) throw odd("dimensions", dimensions);
        source.skip(dimensions.getNumBytes() + dimensions.getPadding());
        Mat5Tag name = Mat5Tag.readTag(source);
        if (!within(name, MOST_NAME_BYTES)) throw odd("name", name);
    }

    private static boolean within(Mat5Tag tag, int bytes) {
        return tag.getNumBytes() >= 0 && tag.getNumBytes() <= bytes;
    }

    private static IOException odd(String what, Mat5Tag tag) {
        return new IOException("holds an array whose " + what + " have " + Integer.toUnsignedString(tag.getNumBytes())
                + " bytes; is it damaged?");
    }
}
