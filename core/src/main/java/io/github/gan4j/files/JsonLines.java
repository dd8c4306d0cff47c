package io.github.gan4j.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A file with one JSON object per line, open for appending. Each line reaches the system in one write, so that others
 * can follow the file and a kill costs at most the line being written, which readers ignore.
 */
public final class JsonLines implements AutoCloseable {
    /** The most bytes a line may have. */
    public static final int MOST_LINE_BYTES = 16 << 20;

    private final Path file;
    private FileChannel channel;
    private long end;

    private JsonLines(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.end = channel.size();
    }

    /** Opens a file for appending, new or old; a last line that was cut is removed first. */
    public static JsonLines append(Path file) throws IOException {
        try {
            return Uninterrupted.call(() -> opened(file));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static JsonLines opened(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            channel.truncate(endOfLastLine(channel));
            return new JsonLines(file, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException unwritable(Path file, IOException why) {
        return new IOException(file + ": cannot be written: " + Reason.of(why), why);
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(last.clear(), end - 1);
            if (last.get(0) == '\n') return end;
        }
        return 0;
    }

    /** Appends a record, map or tree as one line; NaN and infinity are written as null. */
    public void write(Object value) throws IOException {
        byte[] line = (Json.tree(value) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            end = Uninterrupted.call(() -> append(ByteBuffer.wrap(line)));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Behind the last whole line, whatever an earlier attempt has left there. */
    private long append(ByteBuffer line) throws IOException {
        if (!channel.isOpen()) channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (channel.size() > end) channel.truncate(end);
        channel.position(end);
        while (line.hasRemaining()) channel.write(line);
        return channel.position();
    }

    /** Waits until all that was written would survive a power cut. */
    public void sync() throws IOException {
        try {
            Uninterrupted.call(() -> {
                if (!channel.isOpen()) channel = FileChannel.open(file, StandardOpenOption.WRITE);
                channel.force(true);
                return channel;
            });
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** All lines in their order that can be read, without a last one that was cut. */
    public static List<ObjectNode> read(Path file) throws IOException {
        return read(file, line -> {});
    }

    /**
     * All lines in their order that can be read, without a last one that was cut. The disk's own troubles, such as a power
     * cut, make lines that cannot.
     *
     * @param notice hears how many lines were left out, if any, in one line
     */
    public static List<ObjectNode> read(Path file, Consumer<String> notice) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        int[] unreadable = {0};
        forEach(file, line -> {
            try {
                lines.add(Json.parse(line));
            } catch (IOException damaged) {
                unreadable[0]++;
            }
        });
        if (unreadable[0] > 0)
            notice.accept(file + ": "
                    + (unreadable[0] == 1
                            ? "a line is damaged and left out"
                            : unreadable[0] + " lines are damaged and left out"));
        return lines;
    }

    /** Hands on the bytes of all lines in their order, whatever is in them, without a last one that was cut. */
    static void forEach(Path file, Consumer<byte[]> heard) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (Optional<byte[]> line = nextLine(in); line.isPresent(); line = nextLine(in)) heard.accept(line.get());
        } catch (IOException e) {
            throw new IOException(file + ": " + Reason.of(e), e);
        }
    }

    /** The next line, of which no more is kept than a line may have; none where the file ends without a line end. */
    private static Optional<byte[]> nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') return Optional.of(line.toByteArray());
            if (line.size() <= MOST_LINE_BYTES) line.write(b);
        }
        return Optional.empty();
    }

    /** Drops the first line that fails the test and all after it; the file is replaced whole. */
    public static void keepWhile(Path file, Predicate<JsonNode> test) throws IOException {
        StringBuilder kept = new StringBuilder();
        for (ObjectNode line : read(file)) {
            if (!test.test(line)) break;
            kept.append(line).append('\n');
        }
        AtomicFile.writeString(file, kept.toString());
    }
}
