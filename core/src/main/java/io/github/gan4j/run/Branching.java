package io.github.gan4j.run;

import io.github.gan4j.data.Samples;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.train.Snapshot;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the plan of a run changes where it goes on: within the run as far as learning is untouched, else in a new one. */
final class Branching {
    private static final int MOST_NAMED = 3;

    private Branching() {}

    /** @throws IllegalArgumentException when the change has an influence on what is learned */
    static Plan changed(Plan plan, PlanChange change, Path path) throws IOException {
        Plan wanted = change.of(plan);
        List<String> differences = Plan.differencesInLearning(plan, wanted);
        if (differences.isEmpty()) return wanted;
        throw new IllegalArgumentException("a resumed run cannot change what is learned ("
                + String.join("; ", differences)
                + "); to go on from its checkpoint as a new run: gan4j train --branch " + path + " --set ...");
    }

    /**
     * What a branch comes from: all that its origin comes from, and the origin with what is changed.
     *
     * @throws IOException when the origin's data is meant and is not what it was
     */
    static List<String> lineage(RunMoment from, Plan plan, Samples samples) throws IOException {
        String written = Files.readString(from.run().plan());
        if (plan.data().equals(from.plan().data()))
            Rewinding.requireSameData(written, samples, from.run().path());
        List<String> lineage = new ArrayList<>(Provenance.lineage(Yaml.tree(written, "plan")));
        List<String> differences = Plan.differences(from.plan(), plan);
        lineage.add("branch of " + from.run().path().toAbsolutePath().normalize() + " at "
                + from.checkpoint().imagesSeen() + " images"
                + (differences.isEmpty() ? "" : " with " + String.join("; ", differences)));
        return lineage;
    }

    /** @throws IOException with advice, when the plan's networks or optimizers are others than those of the checkpoint */
    static Training training(RunMoment from, Plan plan, Samples samples) throws IOException {
        try {
            return from.training(plan, samples);
        } catch (IOException other) {
            throw new IOException(
                    from + ": " + other.getMessage() + changed(from.plan(), plan)
                            + "; a branch keeps networks and optimizers, a new run can start from its weights (--from)",
                    other);
        }
    }

    private static String changed(Plan before, Plan after) {
        List<String> differences = Plan.differencesInLearning(before, after);
        if (differences.isEmpty()) return "";
        int more = differences.size() - MOST_NAMED;
        return "; the plans differ in "
                + String.join("; ", differences.subList(0, Math.min(MOST_NAMED, differences.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Writes the moment as the first checkpoint of a branch. */
    static void save(RunMoment from, Plan plan, RunFolder branch) throws IOException {
        Snapshot snapshot = from.snapshot();
        Snapshot.Numbers numbers = snapshot.numbers();
        branch.checkpoints()
                .save(numbers.images(), numbers.step(), snapshot.tensors(), RunMoment.metadata(numbers, plan));
    }
}
