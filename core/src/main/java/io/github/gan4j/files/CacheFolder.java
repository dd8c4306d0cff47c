package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where results that took long to compute are kept. Everything in it can be computed again, so it may be deleted at any
 * time.
 */
public record CacheFolder(Path path) {
    private static final String NAME = ".gan4j";

    /** The cache for a data set: {@code $GAN4J_CACHE}, else beside the data, else {@code ~/.cache/gan4j}. */
    public static CacheFolder of(Optional<Path> data) {
        return of(data, System.getenv());
    }

    static CacheFolder of(Optional<Path> data, Map<String, String> environment) {
        String wanted = environment.getOrDefault("GAN4J_CACHE", "");
        if (!wanted.isBlank()) return new CacheFolder(Path.of(wanted));
        Optional<Path> beside = data.map(CacheFolder::folderOf).filter(CacheFolder::mayBeWritten);
        return new CacheFolder(beside.map(folder -> folder.resolve(NAME))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "gan4j")));
    }

    private static Path folderOf(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        return Files.isDirectory(whole) ? whole : whole.getParent();
    }

    /** A folder that nobody was given the right to write is left alone, by an administrator too. */
    private static boolean mayBeWritten(Path folder) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
            return Files.isWritable(folder) && rights.contains(PosixFilePermission.OWNER_WRITE);
        } catch (IOException | UnsupportedOperationException noSuchRights) {
            return Files.isWritable(folder);
        }
    }

    /** The place of a file of this name; the folder is made if need be. */
    public Path file(String name) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new IOException(
                    path + ": cannot be made: " + Reason.of(e) + "; GAN4J_CACHE may name another folder", e);
        }
        return path.resolve(name);
    }
}
