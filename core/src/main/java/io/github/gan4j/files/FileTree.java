package io.github.gan4j.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder with everything in it. */
public final class FileTree {
    private FileTree() {}

    /** The files and folders right in it that are such, in the order of their names. */
    public static List<Path> list(Path folder, Predicate<Path> such) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(such).sorted().toList();
        } catch (UncheckedIOException stuck) {
            throw stuck.getCause();
        }
    }

    /** Removes it, where it is there; links in it are removed, not followed. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (UncheckedIOException stuck) {
            throw stuck.getCause();
        }
    }
}
