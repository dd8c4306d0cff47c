package io.github.gan4j.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder of one run, and the only interface between training and everything that looks at it: which file lies
 * where.
 */
public record RunFolder(Path path) {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    /**
     * Makes the folder of a new run; an empty folder is taken over.
     *
     * @throws IOException in one line, when the folder holds something already or cannot be made
     */
    public static RunFolder create(Path path) throws IOException {
        requireFree(path);
        RunFolder run = new RunFolder(path);
        try {
            Files.createDirectories(run.samples());
            Files.createDirectories(run.checkpoints().path());
            return run;
        } catch (IOException e) {
            run.discard();
            throw new IOException(path + ": " + Reason.of(e), e);
        }
    }

    /**
     * Whether {@link #create} would take this path, without touching it.
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

    /** Deletes a run that never came to its first checkpoint, as far as that is possible. */
    public void discard() {
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException stuck) {
            // why the run is given up says more than why its folder stays
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
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
        if (!Files.isRegularFile(run.plan())) throw new IOException(path + ": not a run folder (it has no plan.yaml)");
        return run;
    }

    /** Opens the folder of a run to go on with it, and removes what a killed run left half-written. */
    public static RunFolder reopen(Path path) throws IOException {
        RunFolder run = open(path);
        AtomicFile.removeLeftovers(path);
        AtomicFile.removeLeftovers(run.samples());
        run.checkpoints().removeLeftovers();
        return run;
    }

    /** A path for a new run that is not taken yet: {@code runs/2026-11-21-0930-mnist-dcgan}, then with -2, -3, … */
    public static Path newRunPath(Path runs, String preset, LocalDateTime start) {
        String name = START.format(start) + "-" + preset;
        Path path = runs.resolve(name);
        for (int other = 2; Files.exists(path); other++) path = runs.resolve(name + "-" + other);
        return path;
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

    /** The samples after so many images seen. */
    public Path samplePicture(long imagesSeen) {
        return samples().resolve(Checkpoints.name(imagesSeen) + ".png");
    }

    /** The images seen at each sample picture, oldest first; empty where the folder cannot be read. */
    public List<Long> pictures() {
        try {
            List<Long> moments = Checkpoints.moments(samples(), ".png");
            Collections.reverse(moments);
            return moments;
        } catch (IOException unreadable) {
            return List.of();
        }
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

    /** The checkpoints of this run. */
    public Checkpoints checkpoints() {
        return new Checkpoints(path.resolve("checkpoints"));
    }
}
