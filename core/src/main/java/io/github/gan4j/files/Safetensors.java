package io.github.gan4j.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of the safetensors format: named tensors and texts, nothing that can be executed. Eight bytes with the length
 * of the header, the header in JSON, then the data without holes.
 */
public final class Safetensors {
    /** The most bytes a header may have, as in the reference reader. */
    public static final int MOST_HEADER_BYTES = 100_000_000;

    static final String METADATA = "__metadata__";

    /** What one write or read hands to the system: it copies heap memory through a buffer of that size. */
    private static final int PIECE = 1 << 20;

    private Safetensors() {}

    /** What a file holds; tensors in the order of their data. */
    public record Contents(Map<String, StoredTensor> tensors, Map<String, String> metadata) {}

    /**
     * Writes a file whole or not at all. The same contents give the same bytes: wide numbers come first, which keeps
     * every tensor aligned, then the order is by name.
     */
    public static void write(Path target, Map<String, StoredTensor> tensors, Map<String, String> metadata)
            throws IOException {
        Comparator<Map.Entry<String, StoredTensor>> widest = Comparator.comparing(
                entry -> -StoredTensor.size(entry.getValue().dtype()));
        List<Map.Entry<String, StoredTensor>> ordered = new ArrayList<>(tensors.entrySet());
        ordered.sort(widest.thenComparing(Map.Entry.comparingByKey()));
        byte[] header = header(ordered, metadata);
        AtomicFile.writeChannel(target, channel -> {
            ByteBuffer start = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
            writeFully(channel, start.putLong(header.length).put(header).flip());
            for (Map.Entry<String, StoredTensor> entry : ordered)
                writeFully(channel, entry.getValue().data());
        });
    }

    private static byte[] header(List<Map.Entry<String, StoredTensor>> ordered, Map<String, String> metadata) {
        ObjectNode header = Json.object();
        if (!metadata.isEmpty()) new TreeMap<>(metadata).forEach(header.putObject(METADATA)::put);
        long begin = 0;
        for (Map.Entry<String, StoredTensor> entry : ordered) {
            if (entry.getKey().equals(METADATA))
                throw new IllegalArgumentException("a tensor cannot be named " + METADATA);
            StoredTensor tensor = entry.getValue();
            ObjectNode row = header.putObject(entry.getKey()).put("dtype", tensor.dtype());
            ArrayNode shape = row.putArray("shape");
            for (long extent : tensor.shape()) shape.add(extent);
            long end = begin + tensor.data().remaining();
            row.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        String json = header.toString();
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        byte[] padded = (json + " ".repeat(-length & 7)).getBytes(StandardCharsets.UTF_8);
        if (padded.length > MOST_HEADER_BYTES)
            throw new IllegalArgumentException("names and metadata take " + padded.length
                    + " bytes; a safetensors header has at most " + MOST_HEADER_BYTES);
        return padded;
    }

    /**
     * Reads a file into memory.
     *
     * @throws IOException in one line that names the file, when it is not exactly what the format allows: a header
     *     that is no such JSON, data that overlap, leave holes, are cut short or go on behind the last tensor
     */
    public static Contents read(Path file) throws IOException {
        return open(file, (channel, header) -> {
            Map<String, StoredTensor> tensors = new LinkedHashMap<>();
            for (SafetensorsHeader.Row row : header.rows()) {
                if (row.bytes() > Integer.MAX_VALUE - 8)
                    throw new IOException("tensor '" + row.name() + "' of " + row.bytes() + " bytes is too large");
                ByteBuffer data = ByteBuffer.allocate((int) row.bytes());
                readFully(channel, data);
                tensors.put(row.name(), new StoredTensor(row.dtype(), row.shape(), data.flip()));
            }
            return new Contents(tensors, header.metadata());
        });
    }

    /** Checks everything that {@link #read} checks, without reading the data. */
    static void check(Path file) throws IOException {
        open(file, (channel, header) -> header);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(FileChannel channel, SafetensorsHeader header) throws IOException;
    }

    private static <T> T open(Path file, Reading<T> reading) throws IOException {
        try {
            return Uninterrupted.call(() -> {
                try (FileChannel channel = FileChannel.open(file)) {
                    return reading.of(channel, header(channel));
                }
            });
        } catch (FileSystemException e) {
            throw new IOException(file + ": cannot be read: " + Reason.of(e), e);
        } catch (IOException e) {
            throw new IOException(file + ": not a whole safetensors file: " + Reason.of(e), e);
        }
    }

    private static SafetensorsHeader header(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) throw new IOException("it has only " + size + " bytes");
        long length = readFully(channel, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN))
                .getLong(0);
        if (length < 0 || length > MOST_HEADER_BYTES || length > size - 8)
            throw new IOException("its header claims " + Long.toUnsignedString(length) + " bytes, the file has " + size
                    + " and a header at most " + MOST_HEADER_BYTES);
        byte[] json = readFully(channel, ByteBuffer.allocate((int) length)).array();
        return SafetensorsHeader.parse(json, size - 8 - length);
    }

    private static void writeFully(FileChannel channel, ByteBuffer data) throws IOException {
        int end = data.limit();
        while (data.position() < end) {
            data.limit(Math.min(end, data.position() + PIECE));
            channel.write(data);
        }
    }

    private static ByteBuffer readFully(FileChannel channel, ByteBuffer data) throws IOException {
        int end = data.limit();
        while (data.position() < end) {
            data.limit(Math.min(end, data.position() + PIECE));
            if (channel.read(data) < 0) throw new IOException("it was cut while being read");
        }
        return data;
    }
}
