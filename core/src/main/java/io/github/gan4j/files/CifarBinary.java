package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The contents of a file in CIFAR's binary format: colour images of 32x32 pixels, each as channel planes {@code [3, 32,
 * 32]} of bytes, and their classes.
 */
public record CifarBinary(List<byte[]> images, int[] labels) {
    /** Height and width of every image. */
    public static final int SIDE = 32;

    private static final int PIXELS = 3 * SIDE * SIDE;
    private static final int MOST_BYTES = 1 << 30;

    /** The two data sets: how many classes they have and how many bytes of labels stand before an image. */
    public enum Kind {
        CIFAR_10(10, 1),
        /** A coarse label, which is passed over, stands before the fine one. */
        CIFAR_100(100, 2);

        private final int classes;
        private final int labelBytes;

        Kind(int classes, int labelBytes) {
            this.classes = classes;
            this.labelBytes = labelBytes;
        }

        public int classes() {
            return classes;
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException when the file is missing, of another length than whole images have, or has a class that does not exist;
     *     one line that begins with the file's name
     */
    public static CifarBinary read(Path file, Kind kind) throws IOException {
        int record = kind.labelBytes + PIXELS;
        byte[] bytes = bytes(file, record);
        int count = bytes.length / record;
        List<byte[]> images = new ArrayList<>(count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int at = i * record + kind.labelBytes;
            labels[i] = bytes[at - 1] & 0xff;
            if (labels[i] >= kind.classes)
                throw new IOException(file.getFileName() + ": image " + i + " has class " + labels[i]
                        + ", but classes go from 0 to " + (kind.classes - 1));
            byte[] image = new byte[PIXELS];
            System.arraycopy(bytes, at, image, 0, PIXELS);
            images.add(image);
        }
        return new CifarBinary(images, labels);
    }

    private static byte[] bytes(Path file, int record) throws IOException {
        try {
            long length = Files.size(file);
            if (length > 0 && length % record == 0 && length <= MOST_BYTES) return Files.readAllBytes(file);
            String question = length > MOST_BYTES ? "it is too long" : "is it truncated?";
            throw new IOException("expected a multiple of " + record
                    + " bytes (class, then 32x32 pixels in colour), got " + length + "; " + question);
        } catch (IOException e) {
            throw new IOException(file.getFileName() + ": " + Reason.of(e), e);
        }
    }
}
