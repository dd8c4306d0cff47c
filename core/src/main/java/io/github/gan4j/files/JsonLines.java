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
import java.util.function.Predicate;

/**
 * A file with one JSON object per line, open for appending. Each line reaches the system in one write, so that others
 * can follow the file and a kill costs at most the line being written, which readers ignore.
 */
public final class JsonLines implements AutoCloseable {
    /** The most bytes a line may have. */
    public static final int MOST_LINE_BYTES = 16 << 20;

    private final Path file;
    private final FileChannel channel;

    private JsonLines(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file for appending, new or old; a last line that was cut is removed first. */
    public static JsonLines append(Path file) throws IOException {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                channel.truncate(endOfLastLine(channel)).position(channel.size());
                return new JsonLines(file, channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + Reason.of(e), e);
        }
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
        ByteBuffer line = ByteBuffer.wrap((Json.tree(value) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) channel.write(line);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + Reason.of(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * All lines in their order, without a last one that was cut.
     *
     * @throws IOException when another line is not a JSON object; it names the file and the line
     */
    public static List<ObjectNode> read(Path file) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String broken = "";
            for (byte[] line = nextLine(in); line.length > 0; line = nextLine(in)) {
                if (!broken.isEmpty()) throw new IOException(broken);
                try {
                    lines.add(Json.parse(line));
                } catch (IOException e) {
                    broken = "line " + (lines.size() + 1) + ": " + e.getMessage();
                }
            }
            return lines;
        } catch (IOException e) {
            throw new IOException(file + ": " + Reason.of(e), e);
        }
    }

    /** The next line with its end; empty at the end of the file and where the last line has no end. */
    private static byte[] nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') return line.toByteArray();
            if (line.size() >= MOST_LINE_BYTES)
                throw new IOException("a line has more than " + MOST_LINE_BYTES + " bytes");
        }
        return new byte[0];
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
