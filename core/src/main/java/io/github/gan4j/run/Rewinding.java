package io.github.gan4j.run;

import io.github.gan4j.checkup.Treatment;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.recording.Events;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run folder brought back to one of its checkpoints. */
final class Rewinding {
    private Rewinding() {}

    /**
     * The plan of a folder, which its checkpoint has to belong to.
     *
     * @throws IOException in one line, when it is of another training, or no plan at all
     */
    static Plan plan(RunMoment moment) throws IOException {
        RunFolder folder = moment.run();
        Checkpoint checkpoint = moment.checkpoint();
        Plan then = moment.plan(), now = written(folder, checkpoint);
        List<String> differences = Plan.differencesInLearning(then, now);
        if (differences.isEmpty()) return now;
        // a kill between the two writes that begin a try leaves the plan without it
        Optional<Plan> changed = new Treatment(folder, now).begun(now, checkpoint.imagesSeen());
        if (changed.isPresent()
                && Plan.differencesInLearning(then, changed.get()).isEmpty()) return changed.get();
        throw new IOException(checkpoint.file() + ": belongs to another plan (" + String.join("; ", differences)
                + "); put the plan back or start a new run");
    }

    private static Plan written(RunFolder folder, Checkpoint checkpoint) throws IOException {
        try {
            return Plan.read(folder.plan());
        } catch (IllegalArgumentException damaged) {
            Path whole = folder.path().relativize(checkpoint.file());
            throw new IOException(
                    folder.plan() + ": " + damaged.getMessage().replace(folder.plan() + ": ", "")
                            + "; each checkpoint holds the whole plan: metadata.plan of "
                            + whole.toString().replace(".safetensors", ".json"),
                    damaged);
        }
    }

    /** The data of a plan; what to do is said where their files are gone. */
    static Samples samples(RunFolder folder, Plan plan, Consumer<String> notice) throws IOException {
        try {
            return plan.data().samples(plan.seed(), notice);
        } catch (IOException e) {
            String path = plan.data().path();
            if (path.isEmpty() || Files.exists(Path.of(path))) throw e;
            throw new IOException(
                    e.getMessage() + (e.getMessage().endsWith("?") ? " If" : "; if")
                            + " the data are elsewhere now: gan4j resume " + folder.path() + " --data PATH",
                    e);
        }
    }

    static void requireSameData(String written, Samples samples, Path path) throws IOException {
        String then = Provenance.dataChecksum(Yaml.tree(written, "plan")).orElse("");
        if (!then.isEmpty() && !then.equals(samples.checksum()))
            throw new IOException(path + ": the data is not what it was (" + samples.describe()
                    + ", another checksum); put it back or start a new run");
    }

    /** The newest intact checkpoint, if that can be found out: why training ended says more than why it cannot. */
    static Optional<Path> lastCheckpoint(RunFolder folder, Exception reason) {
        try {
            return Optional.of(folder.path()
                    .relativize(folder.checkpoints().newestIntact(line -> {}).file()));
        } catch (IOException unknown) {
            if (unknown != reason) reason.addSuppressed(unknown);
            return Optional.empty();
        }
    }

    /**
     * Drops what was recorded after this number of images, since it will happen again.
     *
     * @param notice hears of events that cannot be read
     */
    static void dropAfter(RunFolder folder, long images, Consumer<String> notice) throws IOException {
        // damaged, or they would have been read; as the newest they would push out good ones
        folder.checkpoints().dropAfter(images);
        Events.keepUntil(folder.events(), images, notice);
        dropAfter(folder.samplePicture(images), ".png");
        if (Files.isDirectory(folder.evaluations())) dropAfter(folder.evaluation(images), ".json");
    }

    /** Drops the files of this ending beside the last one to keep whose numbers are larger. */
    private static void dropAfter(Path last, String ending) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(last.getParent(), "*" + ending)) {
            for (Path file : files) if (file.getFileName().compareTo(last.getFileName()) > 0) delete(file);
        }
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new IOException(file + ": is a folder where a file belongs; move it away");
        Files.delete(file);
    }
}
