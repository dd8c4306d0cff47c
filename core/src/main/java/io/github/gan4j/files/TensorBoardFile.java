package io.github.gan4j.files;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The event files that TensorBoard reads, open for appending: frames of TFRecord (length, checksum, data, checksum) with one
 * protocol buffer {@code tensorflow.Event} each. The few fields that are needed are written by their
 * numbers; TensorFlow's classes would be megabytes for a page.
 *
 * <p>Each time a run is taken up again a new file begins, with a START that makes a reader forget later steps; those are
 * taken out of the earlier files as well. A frame that a kill has cut ends what is read of a file.
 */
public final class TensorBoardFile implements AutoCloseable {
    private static final String START = "events.out.tfevents.";
    private static final String OURS = ".gan4j.";
    private static final int MOST_FRAME_BYTES = 64 << 20;
    private static final int HEAD = 12;
    private static final int FOOT = 4;

    private final Path file;
    private FileChannel channel;
    private long end;

    private TensorBoardFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Begins a file in a folder, after dropping what earlier ones have of steps after this one.
     *
     * @param step the last one that stays
     */
    public static TensorBoardFile begin(Path folder, long step) throws IOException {
        List<Path> earlier = in(folder);
        for (Path file : earlier)
            if (file.getFileName().toString().contains(OURS)) Uninterrupted.call(() -> keepUntil(file, step));
        Path file = folder.resolve(START + System.currentTimeMillis() / 1000 + OURS + "%04d".formatted(earlier.size()));
        try {
            TensorBoardFile begun = new TensorBoardFile(
                    file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            begun.write(0, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
            if (!earlier.isEmpty()) begun.write(step + 1, 7, new byte[] {1 << 3, 1});
            return begun;
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + Reason.of(e), e);
        }
    }

    /** The event files of a folder, in the order in which they are read. */
    public static List<Path> in(Path folder) throws IOException {
        return FileTree.list(folder, file -> file.getFileName().toString().startsWith(START));
    }

    /** Writes numbers by their tags at a step, in one frame. */
    public void scalars(long step, Map<String, Double> values) throws IOException {
        write(step, 5, message(summary -> {
            for (Map.Entry<String, Double> value : values.entrySet())
                summary.writeByteArray(1, message(one -> {
                    one.writeString(1, value.getKey());
                    one.writeFloat(2, value.getValue().floatValue());
                }));
        }));
    }

    /**
     * Writes a picture under a tag at a step.
     *
     * @param png the same picture, encoded
     */
    public void picture(long step, String tag, Picture picture, byte[] png) throws IOException {
        byte[] image = message(out -> {
            out.writeInt32(1, picture.height());
            out.writeInt32(2, picture.width());
            out.writeInt32(3, picture.channels());
            out.writeByteArray(4, png);
        });
        byte[] value = message(out -> {
            out.writeString(1, tag);
            out.writeByteArray(4, image);
        });
        write(step, 5, message(summary -> summary.writeByteArray(1, value)));
    }

    private void write(long step, int field, byte[] value) throws IOException {
        byte[] event = message(out -> {
            out.writeDouble(1, System.currentTimeMillis() / 1000.0);
            out.writeInt64(2, step);
            out.writeByteArray(field, value);
        });
        ByteBuffer frame = ByteBuffer.allocate(HEAD + event.length + FOOT).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(event.length);
        frame.putInt(checksum(frame.array(), 0, 8)).put(event).putInt(checksum(event, 0, event.length));
        frame.flip();
        try {
            end = Uninterrupted.call(() -> append(frame.duplicate()));
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + Reason.of(e), e);
        }
    }

    private long append(ByteBuffer frame) throws IOException {
        if (!channel.isOpen()) channel = FileChannel.open(file, StandardOpenOption.WRITE);
        long at = end;
        while (frame.hasRemaining()) at += channel.write(frame, at);
        return at;
    }

    /** The checksum of TFRecord: CRC-32C, turned and moved so that a checksum of checksums is no special case. */
    private static int checksum(byte[] bytes, int from, int count) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, count);
        return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    }

    /** Cuts a file before the first frame of a later step, or that is not whole; steps only grow within a file. */
    private static long keepUntil(Path file, long step) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long kept = 0;
            for (int size = frame(in, kept, step); size > 0; size = frame(in, kept, step)) kept += size;
            in.truncate(kept);
            return kept;
        } catch (IOException e) {
            throw new IOException(file + ": cannot be cut: " + Reason.of(e), e);
        }
    }

    /** The bytes of the frame at a place; 0 where there is no whole one, or it is of a later step. */
    private static int frame(FileChannel in, long place, long step) throws IOException {
        ByteBuffer head = read(in, place, HEAD);
        if (head.remaining() < HEAD || head.getInt(8) != checksum(head.array(), 0, 8)) return 0;
        long length = head.getLong(0);
        if (length < 0 || length > Math.min(MOST_FRAME_BYTES, in.size() - place - HEAD - FOOT)) return 0;
        ByteBuffer rest = read(in, place + HEAD, (int) length + FOOT);
        boolean whole = rest.remaining() == length + FOOT
                && rest.getInt((int) length) == checksum(rest.array(), 0, (int) length);
        return whole && step(rest.array()) <= step ? HEAD + (int) length + FOOT : 0;
    }

    private static ByteBuffer read(FileChannel in, long place, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && in.read(bytes, place + bytes.position()) >= 0)
            ;
        return bytes.flip();
    }

    /** The step of an event written here: behind the tag and the 8 bytes of the time, and its own tag. */
    private static long step(byte[] event) {
        long step = 0;
        for (int i = 10, shift = 0; i < event.length && shift < 64; i++, shift += 7) {
            step |= (long) (event[i] & 0x7f) << shift;
            if (event[i] >= 0) break;
        }
        return step;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @FunctionalInterface
    private interface Fields {
        void into(CodedOutputStream message) throws IOException;
    }

    /** A protocol buffer of these fields. */
    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream message = CodedOutputStream.newInstance(bytes);
        fields.into(message);
        message.flush();
        return bytes.toByteArray();
    }
}
