package io.github.gan4j.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open images file of STL-10 ({@code train_X.bin} and its like): colour images of 96x96 pixels, three planes of bytes
 * each, read one at a time, since the unlabelled file is larger than most machines' memory.
 */
public final class StlBinary implements Closeable {
    /** Height and width of every image. */
    public static final int SIDE = 96;

    private static final int PIXELS = 3 * SIDE * SIDE;
    private static final int CLASSES = 10;
    private static final int MOST_LABELS = 1 << 24;

    private final Path file;
    private final FileChannel channel;
    private final int count;

    private StlBinary(Path file, FileChannel channel, int count) {
        this.file = file;
        this.channel = channel;
        this.count = count;
    }

    /** @throws IOException when the file is missing or of another length than whole images have; one line that begins with its name */
    public static StlBinary open(Path file) throws IOException {
        try {
            long length = Files.size(file);
            if (length == 0 || length % PIXELS != 0 || length / PIXELS > Integer.MAX_VALUE)
                throw new IOException("expected a multiple of " + PIXELS + " bytes (96x96 pixels in colour), got "
                        + length + "; is it truncated or still compressed?");
            return new StlBinary(file, FileChannel.open(file, StandardOpenOption.READ), (int) (length / PIXELS));
        } catch (IOException e) {
            throw new IOException(file.getFileName() + ": " + Reason.of(e), e);
        }
    }

    public int count() {
        return count;
    }

    /** One image as channel planes {@code [3, 96, 96]}. May be called by several threads. */
    public byte[] image(int index) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PIXELS);
        long at = (long) index * PIXELS;
        while (bytes.hasRemaining())
            if (channel.read(bytes, at + bytes.position()) < 0)
                throw new IOException(file.getFileName() + ": ends within image " + index);
        return ColumnPlanes.toRows(bytes.array(), SIDE);
    }

    /**
     * The classes in a labels file ({@code train_y.bin} and its like), from 0 on; in the file they begin with 1.
     *
     * @throws IOException when the file is missing, too long, or has a class that does not exist; one line that begins with its
     *     name
     */
    public static int[] labels(Path file) throws IOException {
        try {
            long length = Files.size(file);
            if (length > MOST_LABELS)
                throw new IOException(
                        "has " + length + " bytes; a labels file has one for each image, at most " + MOST_LABELS);
            byte[] bytes = Files.readAllBytes(file);
            int[] labels = new int[bytes.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (bytes[i] & 0xff) - 1;
                if (labels[i] < 0 || labels[i] >= CLASSES)
                    throw new IOException("label " + i + " is " + (bytes[i] & 0xff) + "; classes go from 1 to 10");
            }
            return labels;
        } catch (IOException e) {
            throw new IOException(file.getFileName() + ": " + Reason.of(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
