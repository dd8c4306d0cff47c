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
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Memory;
import io.github.gan4j.setup.Rehearsal;
import io.github.gan4j.setup.Start;
import io.github.gan4j.train.Training;
import io.github.gan4j.transfer.WeightTransfer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/** How a run comes to its folder: as a new one, as a branch of another, or taken up again. */
final class RunOpening {
    private RunOpening() {}

    /** Takes the folder of a run that begins, and its lock. */
    interface Place {
        FolderLock take() throws IOException;
    }

    /** A run of its own, and not one of many settings that are tried: what speaks against it is said first. */
    static Run startAlone(Plan plan, Place place, Consumer<String> notice) throws IOException {
        Start start = begun(plan, notice);
        Prospects.of(start.plan(), start.samples()).forEach(notice);
        return start(start, place, notice);
    }

    static Run start(Plan plan, Place place, Consumer<String> notice) throws IOException {
        return start(begun(plan, notice), place, notice);
    }

    private static Run start(Start start, Place place, Consumer<String> notice) throws IOException {
        Memory.require(start.plan(), start.samples().shape());
        Plan completed = Rehearsal.paced(start, notice);
        Training training = Assembly.training(completed, start.samples());
        try {
            List<String> lineage = WeightTransfer.into(training, completed);
            lineage.forEach(notice);
            return begun(place, completed, training, lineage, notice);
        } catch (IOException | RuntimeException e) {
            training.close();
            throw e;
        }
    }

    static Run branch(RunMoment from, Plan plan, Place place, Consumer<String> notice) throws IOException {
        Start start = begun(plan, notice);
        Memory.require(start.plan(), start.samples().shape());
        Plan completed = Rehearsal.paced(start, notice);
        List<String> lineage = Branching.lineage(from, completed, start.samples());
        Training training = Branching.training(from, completed, start.samples());
        try {
            Run run = begun(place, completed, training, lineage, notice);
            try {
                Branching.save(from, completed, run.folder());
            } catch (IOException e) {
                run.abandon();
                throw e;
            }
            notice.accept(lineage.get(lineage.size() - 1));
            return run;
        } catch (IOException | RuntimeException e) {
            training.close();
            throw e;
        }
    }

    private static Run begun(Place place, Plan plan, Training training, List<String> lineage, Consumer<String> notice)
            throws IOException {
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
        return Start.of(WeightTransfer.located(plan, notice), notice);
    }

    static Run resume(RunFolder folder, FolderLock lock, PlanChange change, Consumer<String> notice)
            throws IOException {
        String written = Files.readString(folder.plan());
        RunMoment moment = new RunMoment(folder, folder.checkpoints().newestIntact(notice));
        Plan wanted = Branching.changed(Rewinding.plan(moment), change, folder.path());
        Judge.requireKnown(wanted);
        Samples samples = Rewinding.samples(folder, wanted, notice);
        Rewinding.requireSameData(written, samples, folder.path());
        Memory.require(wanted, samples.shape());
        Training training = moment.training(wanted, samples);
        try {
            Rewinding.dropAfter(folder, training.images(), notice);
            AtomicFile.writeString(
                    folder.plan(),
                    wanted.toYaml(Origin.of(wanted, samples, Provenance.lineage(Yaml.tree(written, "plan")))));
            return new Run(folder, lock, wanted, training, notice);
        } catch (IOException | RuntimeException e) {
            training.close();
            throw e;
        }
    }
}
