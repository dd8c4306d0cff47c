package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Parquet;
import io.github.gan4j.files.TemporaryFile;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The images in the rows of Parquet files, one data set together. Pages of such files are read from front to back only, so they
 * are unpacked into a temporary file, as compressed archives are.
 */
final class ParquetFiles implements ImageFiles {
    private final TemporaryFile unpacked;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Listing listing;
    private final ParquetLabels labels;

    /** Where the bytes of an image lie, and its class as it is written; empty where there is none. */
    private record Entry(long offset, int length, String label) {}

    static ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn) throws IOException {
        try (ParquetFiles files = open(path, part, warn)) {
            return ImageFolder.read(files, path, size, channels, warn, files.labels, ImageSet.memoryBound());
        }
    }

    static Originals originals(Path path, Part part, Consumer<String> warn) throws IOException {
        ParquetFiles files = open(path, part, warn);
        return FileOriginals.of(files, path, files.labels, warn);
    }

    static ParquetFiles open(Path path, Part part, Consumer<String> warn) throws IOException {
        ParquetShards shards = ParquetShards.of(path, part, warn);
        TemporaryFile unpacked = TemporaryFile.of(path);
        try {
            return new ParquetFiles(shards, unpacked, warn);
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private ParquetFiles(ParquetShards shards, TemporaryFile unpacked, Consumer<String> warn) throws IOException {
        this.unpacked = unpacked;
        Optional<ParquetColumns> first = Optional.empty();
        Map<String, String> labelsWritten = new HashMap<>(); // one text for each class, however many rows have it
        for (Path file : shards.files()) {
            try (Parquet parquet = Parquet.open(file)) {
                ParquetColumns columns = first.isPresent()
                        ? first.get().requireSame(file, parquet)
                        : ParquetColumns.of(file, parquet, warn);
                first = Optional.of(columns);
                unpack(name(shards.root(), file), parquet, columns, labelsWritten);
            }
        }
        ParquetColumns columns = first.orElseThrow();
        if (names.isEmpty()) throw new IOException(shards.root() + ": holds no rows");
        listing = new Listing(List.copyOf(names), List.of(), Map.of(), List.of(), List.of());
        labels = new ParquetLabels(
                columns.label().map(Parquet.Column::name).orElse(""), columns.classes(), name -> entries.get(name)
                        .label);
    }

    private static String name(Path root, Path file) {
        Path inside = file.equals(root) ? file.getFileName() : root.relativize(file);
        return inside.toString().replace(File.separatorChar, '/');
    }

    private void unpack(String file, Parquet parquet, ParquetColumns columns, Map<String, String> labelsWritten)
            throws IOException {
        int before = names.size();
        parquet.read(columns.image(), columns.label(), (image, label) -> {
            String name = file + "#" + (names.size() - before);
            names.add(name);
            entries.put(
                    name,
                    new Entry(
                            unpacked.channel().position(),
                            image.length,
                            labelsWritten.computeIfAbsent(label, Function.identity())));
            unpacked.append(ByteBuffer.wrap(image));
        });
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public byte[] bytes(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry.length == 0) throw new IOException(name + ": has no image in the file");
        if (entry.length > MOST_BYTES)
            throw new IOException(name + ": is longer than the " + MOST_BYTES + " bytes that are read");
        return unpacked.bytes(entry.offset, entry.length);
    }

    @Override
    public <T> T decoded(String name, Function<ImageFile.Content, T> use) throws IOException {
        return ImageFile.decoded(entries.get(name).length, () -> bytes(name), name, use);
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
