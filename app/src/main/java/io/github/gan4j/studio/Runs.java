package io.github.gan4j.studio;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
    /** Deleted runs, until the studio ends; hidden, so that they are no runs. */
    private final Path bin;
    /** What runs are called now, by the names that they had while this studio has been open. */
    private final Map<String, String> renamed = new ConcurrentHashMap<>();

    private volatile RunsListing listing;

    /** Makes the folder if it is not there. */
    Runs(Path root) throws IOException {
        Files.createDirectories(root);
        this.root = root.toRealPath();
        bin = this.root.resolve(".deleted");
    }

    Path root() {
        return root;
    }

    /** All run folders by their names, whole or broken, newest start first as far as names tell. Not to be changed. */
    Map<String, RunFolder> all() throws IOException {
        return listing().runs();
    }

    private RunsListing listing() throws IOException {
        RunsListing last = listing;
        if (last != null && last.isStill(root)) return last;
        RunsListing now = RunsListing.of(root);
        listing = now;
        return now;
    }

    /**
     * The folder of a run, to read what lies in it.
     *
     * @throws Refusal when there is no such run here, or a part of it is a link or no plain file
     */
    RunFolder open(String name) {
        RunFolder run = folder(name);
        requirePlain(run);
        return run;
    }

    /** @throws Refusal when a part of the run is a link or no plain file: links lead out, and pipes never end */
    void requirePlain(RunFolder run) {
        for (Path folder : List.of(run.samples(), run.checkpoints().path(), run.evaluations()))
            if (isThere(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                throw Refusal.forbidden(folder.getFileName() + " is not a folder; links are not followed");
        for (Path file : List.of(run.plan(), run.events(), run.best(), run.reals()))
            if (isThere(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                throw Refusal.forbidden(file.getFileName() + " is not a plain file; links are not followed");
    }

    /**
     * The generator of a run, or of a file beside the runs.
     *
     * @throws Refusal when there is neither here, or a part of the run is a link or no plain file
     */
    Explorable explorable(String name) {
        return found(name, RunsListing::isGenerator).map(Explorable::of).orElseGet(() -> Explorable.of(open(name)));
    }

    /** Files of generators that lie beside the runs, in the order of their names; links are none. */
    List<Path> generators() {
        try {
            return listing().generators();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    boolean has(String name) {
        return found(name).isPresent();
    }

    /**
     * The folder of a run, whatever lies in it.
     *
     * @throws Refusal when there is no such run here
     */
    RunFolder folder(String name) {
        return found(name).map(RunFolder::new).orElseThrow(() -> absent(name));
    }

    private Refusal absent(String name) {
        String now = now(name);
        return now.equals(name) || found(now).isEmpty()
                ? Refusal.missing("there is no run '" + name + "' here")
                : Refusal.renamed(name, now);
    }

    /** What a run is called now that was renamed here; its name for all others. */
    private String now(String name) {
        String now = name;
        while (renamed.containsKey(now)) now = renamed.get(now);
        return now;
    }

    /** What runs that are there were called before they were renamed here, and are called now. */
    Map<String, String> renamed(Set<String> there) {
        Map<String, String> now = new TreeMap<>();
        for (String name : renamed.keySet())
            if (!there.contains(name) && there.contains(now(name))) now.put(name, now(name));
        return now;
    }

    /** The names of runs that were deleted here and can be taken back. */
    List<String> deleted() throws IOException {
        if (!Files.isDirectory(bin, LinkOption.NOFOLLOW_LINKS)) return List.of();
        return RunFolder.in(bin).stream()
                .map(run -> run.path().getFileName().toString())
                .toList();
    }

    /** By its entry in the folder, since a name may hold what no path is made of: a colon, or letters of another locale. */
    private Optional<Path> found(String name) {
        return found(name, RunFolder::looksLikeOne);
    }

    private Optional<Path> found(String name, Predicate<Path> kind) {
        return plain(name).filter(kind).or(() -> listed(name, kind));
    }

    /** The entry of this name, where the system names it alike: among thousands it is found without reading them all. */
    private Optional<Path> plain(String name) {
        try {
            Path entry = inside(name);
            boolean isIt = entry.toRealPath(LinkOption.NOFOLLOW_LINKS)
                    .getFileName()
                    .toString()
                    .equals(name);
            return isIt ? Optional.of(entry) : Optional.empty();
        } catch (IOException | Refusal absent) {
            return Optional.empty();
        }
    }

    private Optional<Path> listed(String name, Predicate<Path> kind) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries)
                if (entry.getFileName().toString().equals(name) && kind.test(entry)) return Optional.of(entry);
            return Optional.empty();
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
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

    /** @throws IllegalArgumentException when a run may not be given this name */
    static void requireName(String name) {
        if (!NEW_NAME.matcher(name).matches())
            throw new IllegalArgumentException(
                    "a run's name is 1 to 100 letters, digits, dots, hyphens and underscores, got '" + name + "'");
    }

    /** Gives a run another name; it must not be training. */
    void rename(String from, String to) throws IOException {
        Path old = folder(from).path();
        requireName(to);
        Path wanted = inside(to);
        if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) throw Refusal.conflict("there is a '" + to + "' already");
        Files.move(old, wanted);
        // nothing leads on from a name that is taken again
        renamed.remove(to);
        renamed.put(from, to);
    }

    /**
     * Puts a run where it can be taken back from until the bin is emptied.
     *
     * @throws IOException in one line, when somebody trains it, or the folder is not that of a run
     */
    void delete(String name) throws IOException {
        RunFolder run = folder(name);
        if (!isThere(run.plan()) && run.moments().isEmpty())
            throw new IOException(name + ": has neither a plan nor a checkpoint of gan4j, so it is not deleted");
        Files.createDirectories(bin);
        // the lock is let go before the folder moves: some systems move no folder with an open file in it
        FolderLock.take(run.path()).close();
        keepEarlier(name);
        Files.move(run.path(), bin.resolve(name));
        renamed.values().removeIf(name::equals);
    }

    /** A run of this name that was deleted before gives the name away, and can be taken back under another. */
    private void keepEarlier(String name) throws IOException {
        Path earlier = bin.resolve(name);
        if (!Files.exists(earlier, LinkOption.NOFOLLOW_LINKS)) return;
        int number = 2;
        while (Files.exists(bin.resolve(name + "-" + number), LinkOption.NOFOLLOW_LINKS)) number++;
        Files.move(earlier, bin.resolve(name + "-" + number));
    }

    /**
     * Takes a deleted run back.
     *
     * @throws Refusal when it is not in the bin, or another has its name now
     */
    void restore(String name) throws IOException {
        Path kept = inBin(name).orElseThrow(() -> Refusal.missing("'" + name + "' can no longer be taken back"));
        if (found(name).isPresent()) throw Refusal.conflict("there is a '" + name + "' already");
        Files.move(kept, root.resolve(kept.getFileName()));
    }

    private Optional<Path> inBin(String name) throws IOException {
        if (!Files.isDirectory(bin, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
        try (Stream<Path> all = Files.list(bin)) {
            return all.filter(path -> path.getFileName().toString().equals(name))
                    .findFirst();
        }
    }

    /** Removes deleted runs for good; links in them are removed, not followed. */
    void emptyBin() throws IOException {
        if (Files.isDirectory(bin, LinkOption.NOFOLLOW_LINKS)) FileTree.remove(bin);
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
