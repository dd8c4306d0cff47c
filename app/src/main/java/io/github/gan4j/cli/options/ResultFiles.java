package io.github.gan4j.cli.options;

import io.github.gan4j.files.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/**
 * The one rule for results: nothing that exists is written over unless {@code --overwrite} is given. A name that was asked
 * for is refused; where the verb chooses the name itself, it takes the next one that is free, as in {@code sample-2.png}.
 */
public final class ResultFiles {
    @Option(names = "--overwrite", description = "Replace results that exist already.")
    private boolean overwrite;

    private final Set<Path> chosen = new HashSet<>();

    /**
     * A file or folder that was asked for.
     *
     * @throws IllegalArgumentException in one line, when it exists
     */
    public Path asked(Path target) {
        if (!overwrite && isTaken(target))
            throw new IllegalArgumentException(target + " exists already; --overwrite replaces it");
        return target;
    }

    /** All of several, before anything is written. */
    public void asked(List<Path> targets) {
        List<Path> taken = overwrite
                ? List.of()
                : targets.stream().filter(ResultFiles::exists).toList();
        if (!taken.isEmpty())
            throw new IllegalArgumentException(taken.get(0)
                    + (taken.size() > 1 ? " and " + (taken.size() - 1) + " more exist" : " exists")
                    + " already; --overwrite replaces " + (taken.size() > 1 ? "them" : "it"));
    }

    /**
     * A file or folder that was not asked for by name, or the next one that is free.
     *
     * @param companions endings of further files of the same name
     */
    public Path usual(Path target, String... companions) {
        Predicate<Path> free = path -> {
            if (isTaken(path) || chosen.contains(path)) return false;
            for (String ending : companions) if (exists(OutputFile.beside(path, ending))) return false;
            return true;
        };
        Path path = target;
        for (int number = 2; !overwrite && !free.test(path); number++) path = numbered(target, number);
        chosen.add(path);
        return path;
    }

    private static Path numbered(Path target, int number) {
        String name = target.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return target.resolveSibling(stem + "-" + number + (dot > 0 ? name.substring(dot) : ""));
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** An empty folder is not. */
    private static boolean isTaken(Path path) {
        if (!Files.isDirectory(path)) return exists(path);
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
            return inside.iterator().hasNext();
        } catch (IOException unknown) {
            return true;
        }
    }

    /** The same file, once its folder exists and holds no temporaries of programs that were killed. */
    public static Path withFolder(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        AtomicFile.removeAbandoned(folder);
        return target;
    }
}
