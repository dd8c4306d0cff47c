package io.github.gan4j.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one run, and the only interface between training and everything that looks at it: which file lies
 * where.
 */
public record RunFolder(Path path) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);
    private static final int ATTEMPTS = 1000;
    private static final Pattern START = Pattern.compile("\\.lock|plan\\.yaml|events\\.jsonl|reals\\.png"
            + "|events\\.out\\.tfevents\\.\\d+\\.gan4j\\.\\d+"
            + "|samples(/0{9}\\.png)?|checkpoints(/0{9}\\.safetensors)?|out(/0{3}\\.png)?");

    /**
     * Makes the folder of a new run, or takes over an empty one.
     *
     * @throws IOException in one line, when the folder holds something already or cannot be made
     */
    public static RunFolder create(Path path) throws IOException {
        requireFree(path);
        RunFolder run = new RunFolder(path);
        run.makeFolders();
        return run;
    }

    /** Makes the folders in it, where they are not there yet. */
    public void makeFolders() throws IOException {
        try {
            Files.createDirectories(samples());
            Files.createDirectories(checkpoints().path());
        } catch (IOException e) {
            throw new IOException(path + ": " + Reason.of(e), e);
        }
    }

    /**
     * Whether {@link #create} would take this path, without touching it: there is nothing, or a folder with nothing but
     * what a killed start leaves.
     *
     * @throws IOException in one line, when there is something already
     */
    public static void requireFree(Path path) throws IOException {
        try {
            if (Files.exists(path) && !isEmpty(path))
                throw new IOException("exists already and is not empty; give another folder, or resume the run in it");
        } catch (IOException e) {
            throw new IOException(path + ": " + Reason.of(e), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.equals(FolderLock.NAME) && !AtomicFile.isTemporary(name)) return false;
            }
            return true;
        }
    }

    /**
     * Whether this is a run that was given up before its first checkpoint, so that nothing is lost with it: there are
     * a plan and the first pictures, and nothing else.
     */
    public boolean isUnbegun() throws IOException {
        if (!Files.isRegularFile(plan())) return isEmpty(path);
        try (Stream<Path> inside = Files.walk(path)) {
            return inside.filter(file -> !file.equals(path)).allMatch(this::belongsToStart);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is written before the first checkpoint counts. */
    private boolean belongsToStart(Path file) {
        String name = path.relativize(file).toString().replace('\\', '/');
        boolean empty = !name.equals("events.jsonl") || isBlank(file);
        return START.matcher(name).matches() && empty
                || AtomicFile.isTemporary(file.getFileName().toString());
    }

    private static boolean isBlank(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Deletes what {@link #isUnbegun} names, as far as that is possible, and the folder with it if the lock was taken by
     * making the folder. Files of others stay.
     *
     * @param lock of this folder, as a proof that nobody else writes into it
     */
    public void discard(FolderLock lock) {
        clear(lock);
        try {
            lock.requireThere();
            Files.deleteIfExists(path.resolve(FolderLock.NAME));
            if (lock.madeFolder()) Files.deleteIfExists(path);
        } catch (IOException stuck) {
            // why the run is given up says more than why its folder stays
        }
    }

    /** The same, but the folder stays and so does its lock. */
    public void clear(FolderLock lock) {
        try (Stream<Path> inside = Files.walk(path)) {
            lock.requireThere();
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList())
                if (!file.equals(path) && !file.endsWith(FolderLock.NAME) && belongsToStart(file)) delete(file);
        } catch (IOException | UncheckedIOException stuck) {
            // as above
        }
    }

    private static void delete(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (DirectoryNotEmptyException foreign) {
            // it holds a file of somebody else
        }
    }

    /**
     * Opens the folder of a run to look at it; training may be going on.
     *
     * @throws IOException in one line, when it is no run folder
     */
    public static RunFolder open(Path path) throws IOException {
        RunFolder run = new RunFolder(path);
        if (!Files.exists(path)) throw new IOException(path + ": no such folder");
        if (!Files.isRegularFile(run.plan()))
            throw new IOException(path + ": "
                    + (isWeights(path)
                            ? "weights for PyTorch, not a run folder; gan4j export RUN --format onnx (or torchscript)"
                                    + " writes a file that is taken like a run"
                            : "not a run folder (it has no plan.yaml)"));
        return run;
    }

    /** Whether a path is a safetensors file, or a folder with one as exports are. */
    public static boolean isWeights(Path path) {
        return path.toString().endsWith(".safetensors") || Files.isRegularFile(path.resolve("model.safetensors"));
    }

    /** Opens the folder of a run to go on with it, and removes what a killed run left half-written. */
    public static RunFolder reopen(Path path) throws IOException {
        RunFolder run = open(path);
        try {
            Files.createDirectories(run.samples());
            AtomicFile.removeLeftovers(path);
            AtomicFile.removeLeftovers(run.samples());
            run.checkpoints().removeLeftovers();
            return run;
        } catch (IOException e) {
            throw new IOException(path + ": " + Reason.of(e), e);
        }
    }

    /** A path for a new run that is not taken yet: {@code runs/2026-11-21-0930-mnist-dcgan}, then with -2, -3, … */
    public static Path newRunPath(Path runs, String preset, LocalDateTime start) {
        String name = MINUTE.format(start) + "-" + preset;
        Path path = runs.resolve(name);
        for (int other = 2; Files.exists(path); other++) path = runs.resolve(name + "-" + other);
        return path;
    }

    /**
     * Makes the folder of {@link #newRunPath} and takes its lock; of several that ask at once each gets a folder of its
     * own.
     *
     * @throws IOException in one line, when it cannot be made
     */
    public static FolderLock takeNew(Path runs, String preset, LocalDateTime start) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Path path = newRunPath(runs, preset, start);
            try {
                FolderLock lock = FolderLock.takeFree(path);
                if (lock.madeFolder()) return lock;
                lock.close();
            } catch (IOException e) {
                if (!Files.exists(path)) throw e;
            }
        }
        throw new IOException(runs + ": no new folder can be made for a run");
    }

    /** Everything needed to repeat the run. */
    public Path plan() {
        return path.resolve("plan.yaml");
    }

    /** One JSON object per tick. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** Real samples, for comparison. */
    public Path reals() {
        return path.resolve("reals.png");
    }

    /** The folder of the sample pictures. */
    public Path samples() {
        return path.resolve("samples");
    }

    /** The sample picture at a number of images seen. */
    public Path samplePicture(long imagesSeen) {
        return samples().resolve(Checkpoints.name(imagesSeen) + ".png");
    }

    /** The images seen at each sample picture, oldest first; empty where the folder cannot be read. */
    public List<Long> pictures() {
        return oldestFirst(samples(), ".png");
    }

    /** The folder of evaluations of its samples, each named by the images seen at the checkpoint that made them. */
    public Path evaluations() {
        return path.resolve("evaluations");
    }

    /** The evaluation of the samples at a number of images seen. */
    public Path evaluation(long imagesSeen) {
        return evaluations().resolve(Checkpoints.name(imagesSeen) + ".json");
    }

    /** The images seen at each evaluation, oldest first; empty where the folder cannot be read. */
    public List<Long> evaluated() {
        return oldestFirst(evaluations(), ".json");
    }

    /** The images seen at each finished checkpoint, oldest first; empty where the folder cannot be read. */
    public List<Long> moments() {
        return oldestFirst(checkpoints().path(), ".json");
    }

    private static List<Long> oldestFirst(Path folder, String ending) {
        try {
            List<Long> moments = Checkpoints.moments(folder, ending);
            Collections.reverse(moments);
            return moments;
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The run folders in a folder, whole or broken, newest start first as far as names tell. */
    public static List<RunFolder> in(Path runs) throws IOException {
        try {
            List<Path> found = new ArrayList<>(FileTree.list(runs, RunFolder::looksLikeOne));
            Collections.reverse(found);
            return found.stream().map(RunFolder::new).toList();
        } catch (IOException e) {
            throw new IOException(runs + ": " + Reason.of(e), e);
        }
    }

    /** Whether a folder, and no link to one, has a part of a run. */
    public static boolean looksLikeOne(Path folder) {
        return !folder.getFileName().toString().startsWith(".")
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Stream.of("plan.yaml", "events.jsonl", "checkpoints").anyMatch(n -> Files.exists(folder.resolve(n)));
    }

    /** The sample pictures as an animation. */
    public Path progressGif() {
        return path.resolve("progress.gif");
    }

    /** Both losses over images seen. */
    public Path lossesPlot() {
        return path.resolve("losses.png");
    }

    /** What the discriminator believes of reals and fakes, over images seen. */
    public Path probabilitiesPlot() {
        return path.resolve("probabilities.png");
    }

    /** How much each player's opinion counted over images seen, where several players' did. */
    public Path weightsPlot() {
        return path.resolve("weights.png");
    }

    /** Which checkpoint has the best samples, where the run measures them. */
    public Path best() {
        return path.resolve("best.json");
    }

    /** What people wrote about the run, if they did. */
    public Path notes() {
        return path.resolve("notes.json");
    }

    /** The checkpoints of this run. */
    public Checkpoints checkpoints() {
        return new Checkpoints(path.resolve("checkpoints"));
    }
}
