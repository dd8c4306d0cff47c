package io.github.gan4j.run;

import io.github.gan4j.checkup.Treatment;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Provenance;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What has to hold before a run goes on from a checkpoint, and what of it is dropped then. */
final class Continuation {
    private Continuation() {}

    /** The plan of a run's folder, which the checkpoint has to belong to. */
    static Plan planOf(RunMoment moment) throws IOException {
        Plan then = moment.plan(),
                now = Draft.empty().over(moment.run().plan()).plan();
        List<String> differences = Plan.differencesInLearning(then, now);
        if (differences.isEmpty()) return now;
        // a kill between the two writes that begin a try leaves the plan without it
        Optional<Plan> changed = new Treatment(moment.run(), now)
                .begun(now, moment.checkpoint().imagesSeen());
        if (changed.isPresent()
                && Plan.differencesInLearning(then, changed.get()).isEmpty()) return changed.get();
        throw new IOException(moment.checkpoint().file() + ": belongs to another plan ("
                + String.join("; ", differences) + "); put the plan back or start a new run");
    }

    /** @throws IllegalArgumentException when the change has an influence on what is learned */
    static Plan changed(Plan plan, UnaryOperator<Plan> change, Path path) {
        Plan wanted = change.apply(plan);
        List<String> differences = Plan.differencesInLearning(plan, wanted);
        if (differences.isEmpty()) return wanted;
        throw new IllegalArgumentException("a resumed run cannot change what is learned (" + String.join("; ", differences)
                + "); to go on from its checkpoint as a new run: gan4j train --branch " + path + " --set ...");
    }

    static void requireSameData(String written, Samples samples, Path path) throws IOException {
        String then = Provenance.read(written).map(Provenance::dataChecksum).orElse("");
        if (!then.isEmpty() && !then.equals(samples.checksum()))
            throw new IOException(path + ": the data is not what it was (" + samples.describe()
                    + ", another checksum); put it back or start a new run");
    }

    /** What a run of this written plan comes from. */
    static List<String> lineage(String written) {
        return Provenance.read(written).map(Provenance::lineage).orElse(List.of());
    }

    /** What a branch comes from: all that its origin comes from, and the origin with what is changed. */
    static List<String> lineage(String written, RunMoment from, Plan plan) {
        List<String> lineage = new ArrayList<>(lineage(written));
        List<String> differences = Plan.differences(from.plan(), plan);
        lineage.add("branch of " + from.run().path().toAbsolutePath().normalize() + " at "
                + from.checkpoint().imagesSeen() + " images"
                + (differences.isEmpty() ? "" : " with " + String.join("; ", differences)));
        return lineage;
    }

    /** @throws IOException with advice, when the plan's networks or optimizers are others than those of the checkpoint */
    static Training branched(RunMoment from, Plan plan, Samples samples) throws IOException {
        try {
            return from.training(plan, samples);
        } catch (IOException other) {
            throw new IOException(
                    from + ": " + other.getMessage()
                            + "; a branch keeps networks and optimizers, a new run can start from its weights (--from)",
                    other);
        }
    }

    /** Drops what was recorded after so many images, since it will happen again. */
    static void dropAfter(RunFolder folder, long images) throws IOException {
        // damaged, or they would have been read; as the newest they would push out good ones
        folder.checkpoints().dropAfter(images);
        Events.keepUntil(folder.events(), images);
        Path last = folder.samplePicture(images);
        try (DirectoryStream<Path> pictures = Files.newDirectoryStream(folder.samples(), "*.png")) {
            for (Path picture : pictures)
                if (picture.getFileName().compareTo(last.getFileName()) > 0) Files.delete(picture);
        }
    }
}
