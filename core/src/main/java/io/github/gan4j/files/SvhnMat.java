package io.github.gan4j.files;

import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Reader.EntryHeader;
import us.hebi.matlab.mat.types.MatFile.Entry;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * The contents of a file of SVHN's second format ({@code train_32x32.mat}, MATLAB 5): colour images of 32x32 pixels, each
 * as channel planes {@code [3, 32, 32]} of bytes, and their digits.
 */
public record SvhnMat(List<byte[]> images, int[] labels) {
    /** Height and width of every image. */
    public static final int SIDE = 32;

    private static final Set<MatlabType> NUMBERS = EnumSet.of(
            MatlabType.Double,
            MatlabType.Single,
            MatlabType.Int8,
            MatlabType.UInt8,
            MatlabType.Int16,
            MatlabType.UInt16,
            MatlabType.Int32,
            MatlabType.UInt32,
            MatlabType.Int64,
            MatlabType.UInt64);

    private static final int PIXELS = 3 * SIDE * SIDE;

    /**
     * Reads a whole file. Everything it claims is compared with its length and with this Java's memory before anything is
     * allocated.
     *
     * @throws IOException when the file is missing, damaged, or does not hold images {@code X [32, 32, 3, n]} and labels {@code y
     *     [n, 1]}; one line that begins with the file's name
     */
    public static SvhnMat read(Path file) throws IOException {
        try {
            MatHeaders.require(file);
            Claims claims = new Claims(MatHeaders.mostBytes(file));
            try (Source source = Sources.openFile(file.toFile());
                    Mat5File mat = Mat5.newReader(source)
                            .disableSubsystemProcessing()
                            .setEntryFilter(claims::accepts)
                            .setBufferAllocator(claims)
                            .readMat()) {
                return of(matrix(mat, "X"), matrix(mat, "y"));
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // the reader of damaged files throws all three
            throw new IOException(file.getFileName() + ": " + reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        boolean worded =
                root.getClass() == IOException.class || root instanceof FileSystemException || root instanceof Refused;
        return worded ? Reason.of(root) : "is not a valid MATLAB 5 file (" + Reason.of(root) + "); is it truncated?";
    }

    private static Matrix matrix(Mat5File mat, String name) throws IOException {
        for (Entry entry : mat.getEntries())
            if (entry.getName().equals(name) && entry.getValue() instanceof Matrix matrix) return matrix;
        throw new IOException("holds no array " + name + "; SVHN's files hold images X and labels y. Is it truncated?");
    }

    private static SvhnMat of(Matrix x, Matrix y) throws IOException {
        int count = x.getNumElements() / PIXELS;
        if (y.getNumElements() != count)
            throw new IOException(
                    "has " + Numbers.of(y.getNumElements(), "label") + ", but " + Numbers.of(count, "image"));
        byte[][] images = new byte[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            byte[] columns = new byte[PIXELS];
            for (int at = 0; at < PIXELS; at++) columns[at] = x.getByte(i * PIXELS + at);
            images[i] = ColumnPlanes.toRows(columns, SIDE);
            double label = y.getDouble(i);
            if (!(label >= 1 && label <= 10) || label != Math.rint(label))
                throw new IOException("image " + i + " has label " + Numbers.plain(label)
                        + "; labels go from 1 to 10, which is digit 0");
            labels[i] = (int) label % 10;
        }
        return new SvhnMat(Arrays.asList(images), labels);
    }

    /** What the arrays of a file may claim; it also hands out the memory for them. */
    private record Claims(long mostBytes) implements BufferAllocator {
        boolean accepts(EntryHeader header) {
            int[] sizes = header.getDimensions();
            String found = Arrays.toString(sizes) + " of " + header.getType();
            if (header.getName().equals("X")) {
                boolean images = sizes.length == 4 || sizes.length == 3;
                if (!images || sizes[0] != SIDE || sizes[1] != SIDE || sizes[2] != 3 || wrongType(header))
                    throw new Refused("array X must be [32, 32, 3, n] of uint8, got " + found);
                requireBytes((long) PIXELS * (sizes.length == 4 ? sizes[3] : 1));
                return true;
            }
            if (!header.getName().equals("y")) return false;
            if (sizes.length != 2 || Math.min(sizes[0], sizes[1]) != 1 || wrongLabels(header))
                throw new Refused("array y must be numbers [n, 1], got " + found);
            requireBytes((long) sizes[0] * sizes[1]);
            return true;
        }

        private static boolean wrongType(EntryHeader header) {
            return header.getType() != MatlabType.UInt8 || header.isComplex();
        }

        private static boolean wrongLabels(EntryHeader header) {
            return header.isComplex() || !NUMBERS.contains(header.getType());
        }

        private void requireBytes(long bytes) {
            if (bytes < 1 || bytes > mostBytes)
                throw new Refused("claims " + bytes + " bytes; 1 to " + mostBytes + " are read of this file");
        }

        @Override
        public ByteBuffer allocate(int bytes) {
            requireBytes(bytes);
            return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
        }

        @Override
        public void release(ByteBuffer buffer) {}
    }

    /** What is wrong with a file, still without its name. */
    private static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
