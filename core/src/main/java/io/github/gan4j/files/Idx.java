package io.github.gan4j.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The contents of an IDX file, the format of MNIST: a block of unsigned bytes with its dimensions, the last one running
 * fastest ({@code [count, height, width]} for images, {@code [count]} for labels).
 */
public record Idx(int[] dimensions, byte[] values) {
    private static final int UNSIGNED_BYTES = 0x08;
    private static final int GZIP = 0x1f8b;
    private static final int MOST_DIMENSIONS = 4;

    /** What one array can hold, and three quarters of this Java's memory at most. */
    private static final long MOST_BYTES =
            Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 4 * 3);

    /** Deflate turns one byte into at most 1032. */
    private static final int MOST_INFLATION = 1032;

    /**
     * Reads an IDX file, through gzip when its name ends in {@code .gz}. The header's claim is compared with the file's length
     * before anything is allocated, and never more than it claims is inflated.
     *
     * @throws IOException when the file is missing, no IDX file of unsigned bytes, or not of the length its header says; one
     *     line that begins with the file's name
     */
    public static Idx read(Path file) throws IOException {
        boolean compressed = file.getFileName().toString().endsWith(".gz");
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                DataInputStream in = new DataInputStream(compressed ? new GZIPInputStream(raw, 1 << 16) : raw)) {
            int[] dimensions = header(in);
            long claimed = count(dimensions);
            if (compressed) checkClaim(claimed, Files.size(file));
            else checkLength(dimensions, claimed, Files.size(file));
            return new Idx(dimensions, body(in, dimensions, (int) claimed));
        } catch (Refused e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new IOException(file.getFileName() + ": ends within its header; is it truncated?", e);
        } catch (ZipException e) {
            throw new IOException(
                    file.getFileName() + ": has the extension .gz but is not a valid gzip file (" + Reason.of(e) + ")",
                    e);
        } catch (IOException e) {
            throw new IOException(file.getFileName() + ": " + Reason.of(e), e);
        }
    }

    /** How many images or labels: the first dimension. */
    public int count() {
        return dimensions[0];
    }

    private static int[] header(DataInputStream in) throws IOException {
        int magic = in.readInt();
        if (magic >>> 16 == GZIP)
            throw new Refused("begins like a gzip file, not like an IDX file; is it still compressed? Decompress it, or"
                    + " let its name end in .gz");
        int type = magic >>> 8 & 0xff;
        int rank = magic & 0xff;
        if (magic >>> 16 != 0)
            throw new Refused(String.format("begins with the bytes %08x; an IDX file begins with 0000", magic));
        if (type != UNSIGNED_BYTES)
            throw new Refused(
                    String.format("holds elements of type 0x%02x; only unsigned bytes (0x08) are read", type));
        if (rank < 1 || rank > MOST_DIMENSIONS)
            throw new Refused("has " + rank + " dimensions; 1 to " + MOST_DIMENSIONS + " are read");
        int[] dimensions = new int[rank];
        for (int i = 0; i < rank; i++) dimensions[i] = in.readInt();
        return dimensions;
    }

    private static long count(int[] dimensions) throws IOException {
        long count = 1;
        for (int dimension : dimensions) {
            if (dimension < 1 || (count *= dimension) > MOST_BYTES)
                throw new Refused("claims " + what(dimensions) + "; 1 to " + MOST_BYTES + " bytes are read");
        }
        return count;
    }

    private static void checkLength(int[] dimensions, long claimed, long length) throws IOException {
        long expected = claimed + headerLength(dimensions);
        if (length == expected) return;
        String question = length < expected ? "is it truncated or still compressed?" : "is it damaged?";
        throw new Refused(
                "expected " + expected + " bytes for " + what(dimensions) + ", got " + length + "; " + question);
    }

    private static void checkClaim(long claimed, long compressedLength) throws IOException {
        if (claimed / MOST_INFLATION > compressedLength)
            throw new Refused("claims " + claimed + " bytes, more than its " + compressedLength
                    + " compressed bytes can hold; is it damaged?");
    }

    private static byte[] body(DataInputStream in, int[] dimensions, int claimed) throws IOException {
        byte[] values = new byte[claimed];
        int found = readFully(in, values);
        int header = headerLength(dimensions);
        String expected = "expected " + (claimed + (long) header) + " bytes for " + what(dimensions) + ", got ";
        if (found < claimed) throw new Refused(expected + (found + (long) header) + "; is it truncated?");
        if (in.read() >= 0) throw new Refused(expected + "more; is it damaged?");
        return values;
    }

    /** A compressed file that stops early is reported like one that is complete but too short. */
    private static int readFully(InputStream in, byte[] values) throws IOException {
        int found = 0;
        try {
            for (int n; found < values.length && (n = in.read(values, found, values.length - found)) >= 0; ) found += n;
        } catch (EOFException e) {
            return found;
        }
        return found;
    }

    private static int headerLength(int[] dimensions) {
        return 4 + 4 * dimensions.length;
    }

    private static String what(int[] dimensions) {
        boolean one = dimensions[0] == 1;
        String count = Integer.toUnsignedString(dimensions[0]);
        if (dimensions.length == 1) return count + (one ? " label" : " labels");
        // width before height, as everywhere
        return count
                + (one ? " image of " : " images of ")
                + IntStream.iterate(dimensions.length - 1, i -> i > 0, i -> i - 1)
                        .mapToObj(i -> Integer.toUnsignedString(dimensions[i]))
                        .collect(Collectors.joining("x"));
    }

    /** What is wrong with a file, still without its name. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
