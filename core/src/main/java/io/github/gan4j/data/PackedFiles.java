package io.github.gan4j.data;

import io.github.gan4j.files.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a published set in the archive in which it is published, such as {@code cifar-10-binary.tar.gz}. While they are read
 * they are in a temporary folder.
 */
final class PackedFiles {
    private static final Pattern WANTED =
            Pattern.compile(".*-(images|labels)[-.]idx[13]-ubyte(\\.gz)?|data_batch_\\d+\\.bin"
                    + "|test_batch\\.bin|train\\.bin|test\\.bin|(train|test)_32x32\\.mat|(train|test|unlabeled)_[Xy]\\.bin|class_names\\.txt"
                    + "|fine_label_names\\.txt|batches\\.meta\\.txt");

    private static final Pattern NAMES = Pattern.compile(".*\\.txt");

    private static final long MOST_BYTES = 8L << 30;

    /** Looking into a compressed archive takes a while, and it is asked for several times. */
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private PackedFiles() {}

    static boolean matches(Path path) {
        try {
            if (!Files.isRegularFile(path)
                    || !List.of(FileKind.ZIP, FileKind.TAR).contains(FileKind.of(path))) return false;
            String state = path.toRealPath() + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
            Boolean known = KNOWN.get(state);
            if (known != null) return known;
            try (ImageFiles files = ImageFiles.open(path)) {
                boolean holds = files.names().isEmpty()
                        && wanted(files).stream()
                                .anyMatch(name -> !NAMES.matcher(name).matches());
                KNOWN.put(state, holds);
                return holds;
            }
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static List<String> wanted(ImageFiles files) {
        return Stream.concat(files.listing().rest().stream(), files.listing().texts().stream())
                .filter(name -> WANTED.matcher(Listing.last(name)).matches())
                .toList();
    }

    static ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn) throws IOException {
        try (WorkFolder work = WorkFolder.temporary("gan4j-unpacked")) {
            return read(path, work.path(), part, size, channels, warn);
        }
    }

    private static ImageSet read(Path path, Path folder, Part part, int size, int channels, Consumer<String> warn)
            throws IOException {
        try {
            try (ImageFiles files = ImageFiles.open(path)) {
                if (files instanceof Archive archive) unpack(archive, folder);
            }
            return ImageFormat.AUTO.at(folder).read(folder, part, size, channels, warn);
        } catch (MissingPart e) {
            throw new MissingPart(e.getMessage().replace(folder.toString(), path.toString()));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).replace(folder.toString(), path.toString());
            throw new IOException(why + (why.contains("several data sets") ? "; unpack it first" : ""), e);
        }
    }

    private static void unpack(Archive archive, Path folder) throws IOException {
        List<String> names = new ArrayList<>(wanted(archive));
        names.sort(Comparator.naturalOrder());
        long room = MOST_BYTES;
        for (String name : names) {
            Path target = folder.resolve(Listing.last(name));
            // of two with one name the first is taken, as in a folder of files beside their copies
            if (Files.exists(target)) continue;
            try (InputStream in = archive.open(name);
                    OutputStream out = Files.newOutputStream(target)) {
                byte[] piece = new byte[1 << 16];
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    room -= read;
                    if (room < 0) throw new IOException("it unpacks to more than " + MOST_BYTES + " bytes");
                    out.write(piece, 0, read);
                }
            } catch (IOException | RuntimeException e) {
                throw new IOException(
                        archive.path().getFileName() + "/" + name + ": cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
