package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where results that took long to compute are kept, under names that tell what they were computed from. Everything in it
 * can be computed again, so it may be deleted at any time. It never lies beside anybody's data, and where it grows beyond
 * a bound, what was not used for the longest time goes.
 */
public record CacheFolder(Path path, long mostBytes) {
    /** The system property that goes before the environment variable {@code GAN4J_CACHE}. */
    public static final String PROPERTY = "gan4j.cache";

    private static final long USUAL_BYTES = 2L << 30;
    private static final Pattern OURS = Pattern.compile(".+\\.safetensors|(checked|runs)-[0-9a-f]+\\.json");

    /** A file that is kept. */
    public record Kept(Path file, long bytes, FileTime used) {}

    public CacheFolder(Path path) {
        this(path, USUAL_BYTES);
    }

    /**
     * What {@code GAN4J_CACHE} names (or the system property {@value #PROPERTY}), else the {@link UserCache}.
     */
    public static CacheFolder usual() {
        String named = System.getProperty(PROPERTY, "");
        return new CacheFolder(named.isBlank() ? UserCache.folder() : Path.of(named));
    }

    /** A file that is there, which from now on counts as used just now. */
    public Optional<Path> found(String name) {
        Path file = path.resolve(name);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException readOnly) {
            // then others may go before it
        }
        return Optional.of(file);
    }

    /**
     * The place for a file of this name, whose writer replaces it whole; the folder is made if need be, and there is room.
     *
     * @throws IOException in one line, when there can be no such folder
     */
    public Path file(String name) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new IOException(
                    path + ": cannot be made: " + Reason.of(e) + "; GAN4J_CACHE may name another folder", e);
        }
        AtomicFile.removeAbandoned(path);
        long bytes = 0;
        for (Kept kept : kept()) {
            bytes += kept.bytes;
            if (bytes > mostBytes) Files.deleteIfExists(kept.file);
        }
        return path.resolve(name);
    }

    /** What is kept, the last used first. */
    public List<Kept> kept() throws IOException {
        if (!Files.isDirectory(path)) return List.of();
        List<Kept> kept = new ArrayList<>();
        for (Path file : FileTree.list(path, CacheFolder::isOurs))
            kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
        kept.sort(Comparator.comparing(Kept::used).reversed().thenComparing(Kept::file));
        return kept;
    }

    private static boolean isOurs(Path file) {
        return OURS.matcher(String.valueOf(file.getFileName())).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes what is kept, and nothing else; tells how many bytes that were. */
    public long clear() throws IOException {
        long bytes = 0;
        for (Kept kept : kept()) if (Files.deleteIfExists(kept.file)) bytes += kept.bytes;
        if (Files.isDirectory(path)) AtomicFile.removeAbandoned(path);
        return bytes;
    }

    /** What earlier versions of gan4j left beside data; it is no longer used. */
    public static List<Path> leftBeside(Path data) {
        Path folder = Files.isDirectory(data) ? data : data.toAbsolutePath().getParent();
        return Stream.of(".gan4j", ".gan4j-checked.json")
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }
}
