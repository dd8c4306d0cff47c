package io.github.gan4j.run;

import io.github.gan4j.checkup.Prospects;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.judging.Judge;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.setup.Agreement;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Memory;
import io.github.gan4j.setup.Rehearsal;
import io.github.gan4j.setup.Start;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.train.Training;
import io.github.gan4j.transfer.WeightTransfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a run comes to its folder: as a new one, as a branch of another, or taken up again.
 *
 * @param group of the processes that train it, of which this is the one of rank 0; the others are {@link Worker}s
 * @param notice hears one line about everything that was left out or assumed
 */
public record RunOpening(Group group, Consumer<String> notice) {
    /** Takes the folder of a run that begins, and its lock. */
    interface Place {
        FolderLock take() throws IOException;
    }

    /** As {@link Run#start}. */
    public Run start(Plan plan, Path path) throws IOException {
        RunFolder.requireFree(path);
        return startAlone(plan, () -> FolderLock.takeFree(path));
    }

    /** As {@link Run#startIn}. */
    public Run startIn(Path runs, Plan plan) throws IOException {
        return startAlone(plan, () -> RunFolder.takeNew(runs, plan.name(), LocalDateTime.now()));
    }

    /** As {@link Run#branch}. */
    public Run branch(RunMoment from, Plan plan, Path path) throws IOException {
        RunFolder.requireFree(path);
        return branch(from, plan, () -> FolderLock.takeFree(path));
    }

    /** As {@link Run#resume(Path, PlanChange, Consumer)}. */
    public Run resume(Path path, PlanChange change) throws IOException {
        RunFolder.open(path);
        FolderLock lock = FolderLock.take(path);
        try {
            return resume(RunFolder.reopen(path), lock, change);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A run of its own, and not one of many settings that are tried: what speaks against it is said first. */
    private Run startAlone(Plan plan, Place place) throws IOException {
        Start start = begun(plan, notice);
        List<String> prospects = Prospects.of(start.plan(), start.samples());
        Run run = start(start, place);
        prospects.forEach(notice);
        return run;
    }

    Run start(Plan plan, Place place) throws IOException {
        return start(begun(plan, notice), place);
    }

    private Run start(Start start, Place place) throws IOException {
        Memory.require(start.plan(), start.samples().shape());
        Plan completed = Rehearsal.paced(start, group, notice);
        Agreement.lead(group, completed, start.samples());
        Training training = Assembly.training(completed, start.samples());
        try {
            List<String> lineage = WeightTransfer.into(training, completed);
            lineage.forEach(notice);
            training.join(group);
            return together(begun(place, completed, training, lineage));
        } catch (IOException | RuntimeException e) {
            training.close();
            throw e;
        }
    }

    private Run branch(RunMoment from, Plan plan, Place place) throws IOException {
        Start start = begun(plan, notice);
        Memory.require(start.plan(), start.samples().shape());
        Plan completed = Rehearsal.paced(start, group, notice);
        Agreement.lead(group, completed, start.samples());
        List<String> lineage = Branching.lineage(from, completed, start.samples());
        Training training = Branching.training(from, completed, start.samples());
        try {
            training.join(group);
            Run run = begun(place, completed, training, lineage);
            try {
                Branching.save(from, completed, run.folder());
            } catch (IOException e) {
                run.abandon();
                throw e;
            }
            notice.accept(lineage.get(lineage.size() - 1));
            return together(run);
        } catch (IOException | RuntimeException e) {
            training.close();
            throw e;
        }
    }

    /** From now on the others know where to go on from. */
    private Run together(Run run) {
        group.told(run.folder().path().toAbsolutePath().normalize().toString());
        return run;
    }

    private Run begun(Place place, Plan plan, Training training, List<String> lineage) throws IOException {
        String written = plan.toYaml(Origin.of(plan, training.data(), lineage));
        FolderLock lock = place.take();
        return new Run(begun(lock, written), lock, plan, training, notice);
    }

    private static RunFolder begun(FolderLock lock, String plan) throws IOException {
        RunFolder folder = new RunFolder(lock.folder());
        try {
            AtomicFile.writeString(folder.plan(), plan);
            folder.makeFolders();
            return folder;
        } catch (IOException e) {
            folder.discard(lock);
            lock.close();
            throw e;
        }
    }

    static Start begun(Plan plan, Consumer<String> notice) throws IOException {
        Judge.requireKnown(plan);
        Judge.requireEffect(plan);
        return Start.of(WeightTransfer.located(plan, notice), notice);
    }

    Run resume(RunFolder folder, FolderLock lock, PlanChange change) throws IOException {
        String written = Files.readString(folder.plan());
        RunMoment moment = new RunMoment(folder, folder.checkpoints().newestIntact(notice));
        Plan wanted = Branching.changed(Rewinding.plan(moment), change, folder.path());
        Judge.requireKnown(wanted);
        Samples samples = Rewinding.samples(folder, wanted, notice);
        Rewinding.requireSameData(written, samples, folder.path());
        Memory.require(wanted, samples.shape());
        Agreement.lead(group, wanted, samples);
        tellProcesses(moment);
        Training training = moment.training(wanted, samples);
        try {
            training.join(group);
            Rewinding.dropAfter(folder, training.images(), notice);
            AtomicFile.writeString(
                    folder.plan(),
                    wanted.toYaml(Origin.of(wanted, samples, Provenance.lineage(Yaml.tree(written, "plan")))));
            return together(new Run(folder, lock, wanted, training, notice));
        } catch (IOException | RuntimeException e) {
            training.close();
            throw e;
        }
    }

    private void tellProcesses(RunMoment moment) {
        int before = moment.processes(), now = group.size();
        if (before != now)
            notice.accept("trained by " + processes(before) + " until here, by " + processes(now)
                    + " from here on: as correct, but not to the bit what it would have been");
    }

    private static String processes(int count) {
        return count == 1 ? "1 process" : count + " processes";
    }
}
