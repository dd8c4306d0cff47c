package io.github.gan4j.model;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The generator of a run, ready to make samples.
 *
 * <pre>{@code
 * try (TrainedGenerator digits = TrainedGenerator.open(Path.of("runs/my-run"))) {
 *     Picture digit = digits.sample(42);
 * }
 * }</pre>
 *
 * <p>Whoever opened it closes it. One thread at a time.
 */
public final class TrainedGenerator extends Synthesizer {
    /** The key of the first event that names the classes that had no images in training. */
    public static final String CLASSES_WITHOUT_IMAGES = "classesWithoutImages";

    private final List<Trained> generators;
    private final Set<String> unseen;
    private boolean closed;

    private TrainedGenerator(Plan plan, List<Trained> generators, Set<String> unseen) {
        super(
                plan,
                generators.get(0).shape(),
                generators.stream()
                        .map(one -> one.sampler(one.network().fromLatents()))
                        .toList());
        this.generators = generators;
        this.unseen = unseen;
    }

    /** The generator of a run as it was at the newest intact checkpoint: its average, where the run keeps one. */
    public static TrainedGenerator open(Path run) throws IOException {
        return open(run, line -> {});
    }

    /**
     * @param notice hears one line about each damaged checkpoint that was passed over
     * @throws IOException in one line, when the folder is no run or has no intact checkpoint
     */
    public static TrainedGenerator open(Path run, Consumer<String> notice) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return of(folder, folder.checkpoints().newestIntact(notice));
    }

    /**
     * The generator of a run from the checkpoint at this number of images seen.
     *
     * @throws IOException in one line, when the folder is no run or has no intact checkpoint of that number of images seen
     */
    public static TrainedGenerator open(Path run, long imagesSeen) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return of(folder, folder.checkpoints().open(imagesSeen));
    }

    /**
     * The generator of a run as it was when its samples were best, by the metric of its plan.
     *
     * @throws IOException in one line, when the folder is no run, or the run has measured nothing
     */
    public static TrainedGenerator openBest(Path run) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return of(folder, Trained.best(folder, "frechet-distance"));
    }

    private static TrainedGenerator of(RunFolder folder, Checkpoint checkpoint) throws IOException {
        Plan plan = Plan.read(folder.plan());
        if (plan.restoring())
            throw new IOException(
                    folder.path() + ": its generator starts from degraded images, not from latents; use gan4j "
                            + (plan.generator().input().factor() > 1 ? "upscale" : "restore"));
        List<Trained> generators = new ArrayList<>();
        try {
            for (int i = 0; i < plan.generator().count(); i++) generators.add(Trained.generator(plan, checkpoint, i));
        } catch (IOException | RuntimeException unreadable) {
            generators.forEach(Trained::close);
            throw unreadable;
        }
        return new TrainedGenerator(plan, generators, unseen(folder));
    }

    /**
     * Where the reals come from that its training has seen.
     */
    public DataSource source() {
        return plan().data();
    }

    /** The distribution behind these reals, where it is one whose density is known. */
    public Optional<Distribution> distribution() {
        return plan().data().distribution();
    }

    public Plan plan() {
        return generators.get(0).plan();
    }

    private static Set<String> unseen(RunFolder folder) {
        Set<String> names = new LinkedHashSet<>();
        try (Stream<String> lines = Files.lines(folder.events())) {
            Optional<String> first = lines.findFirst();
            if (first.isPresent())
                Json.parse(first.get().getBytes(StandardCharsets.UTF_8))
                        .path(CLASSES_WITHOUT_IMAGES)
                        .forEach(name -> names.add(name.asText()));
        } catch (IOException | UncheckedIOException noSuchLine) {
            return Set.of();
        }
        return names;
    }

    @Override
    public Set<String> classesWithoutImages() {
        return Set.copyOf(unseen);
    }

    @Override
    public OptionalLong trainedImages() {
        return OptionalLong.of(imagesSeen());
    }

    @Override
    public Provenance provenance() {
        return generators.get(0).provenance();
    }

    /** Images seen at the checkpoint from which this generator was read. */
    public long imagesSeen() {
        return generators.get(0).imagesSeen();
    }

    @Override
    void requireOpen() {
        if (closed) throw new IllegalStateException("this generator is closed");
    }

    @Override
    public void close() {
        closed = true;
        generators.forEach(Trained::close);
    }
}
