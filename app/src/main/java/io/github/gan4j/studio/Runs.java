package io.github.gan4j.studio;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of runs, and the only way from names in requests to paths: no name leads out of it, neither by dots nor by
 * links.
 */
final class Runs {
    /** What a run may be renamed to; what others have made may have other names. */
    private static final Pattern NEW_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path root;

    /** Makes the folder if it is not there. */
    Runs(Path root) throws IOException {
        Files.createDirectories(root);
        this.root = root.toRealPath();
    }

    Path root() {
        return root;
    }

    /** Names of all run folders, whole or broken, newest start first as far as names tell. */
    List<String> names() throws IOException {
        return RunFolder.in(root).stream()
                .map(folder -> folder.path().getFileName().toString())
                .toList();
    }

    /** @throws Refusal when there is no such run here */
    RunFolder open(String name) {
        return found(name)
                .map(RunFolder::new)
                .orElseThrow(() -> Refusal.missing("there is no run '" + name + "' here"));
    }

    /** By its entry in the folder, since a name may hold what no path is made of: a colon, or letters of another locale. */
    private Optional<Path> found(String name) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            for (Path folder : folders)
                if (folder.getFileName().toString().equals(name) && RunFolder.looksLikeOne(folder))
                    return Optional.of(folder);
            return Optional.empty();
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether another program trains a run. */
    boolean isHeldElsewhere(String name) {
        return found(name).map(FolderLock::heldElsewhere).orElse(false);
    }

    /**
     * The place of a run that may not be there yet.
     *
     * @throws Refusal when this is no name of a folder right here
     */
    Path inside(String name) {
        if (name.isBlank() || name.startsWith(".") || name.length() > 255 || !name.matches("[^/\\\\\\x00-\\x1f:]+"))
            throw Refusal.missing("there is no run of that name here");
        try {
            Path path = root.resolve(name);
            if (path.getParent().equals(root)) return path;
        } catch (InvalidPathException impossible) {
            // as any other name that is none
        }
        throw Refusal.missing("there is no run of that name here");
    }

    /**
     * A file of a run.
     *
     * @throws Refusal when it is not there, or a link leads out of the run
     */
    Path file(RunFolder run, Path file) {
        try {
            if (file.toRealPath().startsWith(run.path().toRealPath()) && Files.isRegularFile(file)) return file;
        } catch (IOException absent) {
            // said below
        }
        throw Refusal.missing(run.path().getFileName() + " has no " + file.getFileName());
    }

    /** Gives a run another name; it must not be training. */
    void rename(String from, String to) throws IOException {
        Path old = open(from).path();
        if (!NEW_NAME.matcher(to).matches())
            throw new IllegalArgumentException(
                    "a run's name is 1 to 100 letters, digits, dots, hyphens and underscores, got '" + to + "'");
        Path wanted = inside(to);
        if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) throw Refusal.conflict("there is a '" + to + "' already");
        Files.move(old, wanted);
    }

    /**
     * Deletes a run with everything in it; links in it are removed, not followed.
     *
     * @throws IOException in one line, when somebody trains it, or the folder is not that of a run
     */
    void delete(String name) throws IOException {
        RunFolder run = open(name);
        if (!Files.isRegularFile(run.plan()) && run.checkpoints().list().isEmpty())
            throw new IOException(name + ": has neither a plan nor a checkpoint of gan4j, so it is not deleted");
        try (FolderLock lock = FolderLock.take(run.path());
                Stream<Path> all = Files.walk(run.path())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (UncheckedIOException stuck) {
            throw stuck.getCause();
        }
    }

    /** Keeps points that somebody drew, as a file that a plan can name. */
    Path keepDrawing(String name, String csv) throws IOException {
        Path folder = root.resolve("drawings");
        Files.createDirectories(folder);
        if (!folder.toRealPath().equals(folder)) throw Refusal.forbidden("the folder drawings is a link");
        Path file = folder.resolve(name + ".csv");
        AtomicFile.writeString(file, csv);
        return file;
    }
}
