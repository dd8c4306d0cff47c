package io.github.gan4j.run;

import io.github.gan4j.checkup.Treatment;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.Uninterrupted;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.model.Best;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.recording.Events;
import io.github.gan4j.recording.Recorder;
import io.github.gan4j.recording.Summaries;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.PeerException;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.ExitGuard;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Snapshot;
import io.github.gan4j.train.Steering;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A training with its folder: started from a plan, or taken up again from the newest intact checkpoint. It owns the
 * training; whoever made the run closes it.
 */
public final class Run implements AutoCloseable {
    private final RunFolder folder;
    private final FolderLock lock;
    private final Samples samples;
    private final Consumer<String> notice;
    private volatile Plan plan;
    private volatile Training training;
    private volatile boolean stopped;
    private Map<String, Double> measures = Map.of();
    private Optional<Best> best = Optional.empty();
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<Recorder> active = Optional.empty();

    Run(RunFolder folder, FolderLock lock, Plan plan, Training training, Consumer<String> notice) {
        this.folder = folder;
        this.lock = lock;
        this.samples = training.data();
        this.plan = plan;
        this.training = training;
        this.notice = notice;
    }

    /**
     * A new run. Data is opened and players are made before the folder is, so that a mistake leaves nothing behind.
     *
     * @param path of the run folder; must not exist or be empty
     * @param notice hears one line about everything that was left out or assumed
     * @throws IllegalArgumentException in one line, when the plan asks for something impossible
     * @throws IOException in one line, when data cannot be read or the folder cannot be made
     */
    public static Run start(Plan plan, Path path, Consumer<String> notice) throws IOException {
        return new RunOpening(Group.alone(), notice).start(plan, path);
    }

    /**
     * A new run in a folder that is named after the time and the plan, as in {@code runs/2026-11-21-0930-mnist-dcgan}.
     * Programs that start at the same moment get folders of their own.
     *
     * @param runs the folder of the run folder
     * @throws IllegalArgumentException as {@link #start}
     * @throws IOException as {@link #start}
     */
    public static Run startIn(Path runs, Plan plan, Consumer<String> notice) throws IOException {
        return new RunOpening(Group.alone(), notice).startIn(runs, plan);
    }

    /**
     * A new run that goes on from a checkpoint of another one by a plan of its own: with the weights, the optimizers and
     * the place in the data of that moment. The other run stays as it is; where it comes from is in the provenance.
     *
     * @param plan any whose networks and optimizers hold the same arrays, such as {@code Draft.of(from.plan()).set(…)}
     * @param path as for {@link #start}
     * @throws IllegalArgumentException as {@link #start}
     * @throws IOException as {@link #start}, and when the checkpoint is of other networks or its data has changed
     */
    public static Run branch(RunMoment from, Plan plan, Path path, Consumer<String> notice) throws IOException {
        return new RunOpening(Group.alone(), notice).branch(from, plan, path);
    }

    /**
     * The plan as {@link #start} would write it down: with everything that it leaves to the data and to the machine.
     *
     * @throws IllegalArgumentException as {@link #start}
     * @throws IOException in one line, when data cannot be read
     */
    public static Plan completed(Plan plan, Consumer<String> notice) throws IOException {
        return RunOpening.begun(plan, notice).plan();
    }

    /**
     * The run of a folder taken up again, or a new one where there is none yet. A run that was given up before its first
     * checkpoint begins anew; nothing else is ever deleted.
     *
     * @param length another length for a run that is taken up again, if its planned one is to change
     * @throws IllegalArgumentException as {@link #start}
     * @throws IOException as {@link #start} and {@link #resume}; also when the folder holds anything else than a run, or a
     *     run whose checkpoints are gone
     */
    public static Run startOrResume(Plan plan, Path path, Optional<StopPlan> length, Consumer<String> notice)
            throws IOException {
        RunOpening opening = new RunOpening(Group.alone(), notice);
        if (!Files.isDirectory(path)) {
            RunFolder.requireFree(path);
            return opening.start(plan, () -> FolderLock.takeFree(path));
        }
        RunFolder found = new RunFolder(path);
        FolderLock lock = FolderLock.take(path);
        try {
            if (!found.checkpoints().list().isEmpty())
                return opening.resume(RunFolder.reopen(path), lock, lasting(length));
            if (!found.isUnbegun())
                throw new IOException(path + ": holds files but no checkpoint to go on from; nothing in it is deleted:"
                        + " move it away, or give another folder");
            found.clear(lock);
            return opening.start(plan, () -> lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * A run taken up again from its newest intact checkpoint; it goes on to the same end, to the bit, as if it had
     * never stopped. What was recorded after the checkpoint is dropped, since it will happen again.
     *
     * @param length another length, if the planned one is to change
     * @throws IOException in one line, when there is no intact checkpoint, one cannot be read for the moment, it belongs
     *     to another plan or other data, or the run is being trained right now
     */
    public static Run resume(Path path, Optional<StopPlan> length, Consumer<String> notice) throws IOException {
        return resume(path, lasting(length), notice);
    }

    private static PlanChange lasting(Optional<StopPlan> length) {
        return plan -> length.map(plan::withStop).orElse(plan);
    }

    /**
     * As {@link #resume(Path, Optional, Consumer)}, with a change to what has no influence on what is learned: the length,
     * what is recorded, measured and watched, and where the same data lies.
     *
     * @throws IllegalArgumentException when the change makes another run of it, which is then a {@link #branch}
     */
    public static Run resume(Path path, PlanChange change, Consumer<String> notice) throws IOException {
        return new RunOpening(Group.alone(), notice).resume(path, change);
    }

    /**
     * Trains to the end and records it. An interrupt of this thread does what {@link #stop} does, and the thread stays
     * interrupted; where the Java machine ends meanwhile, it waits until the training has stopped.
     *
     * @param listener hears of it as well
     * @throws IOException in one line, when a player broke (the last good checkpoint is named), or when the run folder
     *     cannot be written
     */
    public Ending train(Listener listener) throws IOException {
        return train(listener, Steering.NONE);
    }

    /** The same, guided between steps. */
    public Ending train(Listener listener, Steering steering) throws IOException {
        try (ExitGuard untilStopped = ExitGuard.of(this::stop)) {
            return treated(listener, steering);
        }
    }

    private Ending treated(Listener listener, Steering steering) throws IOException {
        Treatment treatment = new Treatment(folder, plan);
        while (true) {
            Optional<NotFiniteException> broken = Optional.empty();
            Ending ending = Ending.ILL;
            try {
                ending = attempt(listener, steering);
            } catch (NotFiniteException e) {
                broken = Optional.of(e);
            }
            if (ending != Ending.ILL || stopped) return ending;
            Optional<Treatment.Try> next = next(treatment);
            if (next.isEmpty()) {
                if (broken.isPresent()) throw gaveUp(broken.get());
                treatment.reason().ifPresent(why -> notice.accept("given up: " + why));
                return ending;
            }
            begin(next.get());
        }
    }

    private Optional<Treatment.Try> next(Treatment treatment) throws IOException {
        return treatment.wanted()
                ? treatment.next(Doctor.examine(folder, line -> {}), plan, samples, training.images())
                : Optional.empty();
    }

    /** Goes back to a checkpoint, which from now on belongs to the changed plan. */
    private void begin(Treatment.Try next) throws IOException {
        notice.accept("%s: %s, with %s (%s)"
                .formatted(
                        next.diagnosis().word().replace('-', ' '),
                        next.again()
                                ? "begins again"
                                : "back to "
                                        + Numbers.of(
                                                next.from().imagesSeen(),
                                                samples.shape().noun()),
                        next.remedy().options(),
                        next.remedy().why()));
        RunMoment moment = new RunMoment(folder, next.again() ? firstWeights(next.plan()) : next.from());
        Rewinding.dropAfter(folder, moment.checkpoint().imagesSeen(), notice);
        folder.checkpoints()
                .relabel(
                        moment.checkpoint(),
                        RunMoment.metadata(moment.snapshot().numbers(), next.plan()));
        List<String> lineage = Provenance.lineage(Yaml.tree(folder.plan()));
        AtomicFile.writeString(folder.plan(), next.plan().toYaml(Origin.of(next.plan(), samples, lineage)));
        training.close();
        training = moment.training(next.plan(), samples);
        plan = next.plan();
        if (stopped) training.stop();
    }

    /** The checkpoint at 0 images, as a new training by this plan begins. */
    private Checkpoint firstWeights(Plan plan) throws IOException {
        try (Training first = Assembly.training(plan, samples)) {
            Snapshot snapshot = Snapshot.of(first);
            return folder.checkpoints().save(0, 0, snapshot.tensors(), RunMoment.metadata(snapshot.numbers(), plan));
        }
    }

    private IOException gaveUp(NotFiniteException broken) {
        if (neverBegan()) return new IOException(broken.getMessage() + "; check the rates and std of the plan", broken);
        return new IOException(
                broken.getMessage() + "; training stopped"
                        + Rewinding.lastCheckpoint(folder, broken)
                                .map(file -> ", the last good checkpoint is " + file)
                                .orElse("")
                        + ". Lower the learning rate of the " + broken.player()
                        + " or add a penalty (r1) and train again",
                broken);
    }

    /** Trains until the end, or until something is to be changed. */
    private Ending attempt(Listener listener, Steering steering) throws IOException {
        try (Recorder recorder = new Recorder(folder, lock, plan, notice)) {
            return recorded(recorder, recorder.and(listener), steering);
        } catch (NotFiniteException broken) {
            if (!neverBegan()) {
                Events.broken(folder.events(), training, broken.getMessage());
                summarise();
            }
            throw broken;
        } catch (IOException stuck) {
            if (neverBegan()) throw stuck;
            throw withWayBack(stuck, ": fix this and resume the run");
        } catch (PeerException lost) {
            throw withWayBack(lost, ": resume the run");
        } finally {
            active = Optional.empty();
            if (neverBegan()) folder.discard(lock);
        }
    }

    private IOException withWayBack(Exception stuck, String advice) {
        String wayBack = Rewinding.lastCheckpoint(folder, stuck)
                .map(file -> "; the last good checkpoint is " + file + advice)
                .orElse("");
        return new IOException(stuck.getMessage() + wayBack, stuck);
    }

    private Ending recorded(Recorder recorder, Listener listener, Steering steering) throws IOException {
        boolean training = false;
        try {
            recorder.begin(this.training);
            training = true;
            active = Optional.of(recorder);
            Ending ending = this.training.run(listener, steering);
            measures = recorder.measures();
            best = recorder.best();
            diagnosis = recorder.diagnosis();
            summarise();
            return ending;
        } catch (IOException stuck) {
            if (training) recorder.rescue(this.training, stuck);
            throw stuck;
        }
    }

    private void summarise() throws IOException {
        Uninterrupted.call(() -> {
            Summaries.write(folder, notice);
            return folder;
        });
    }

    /**
     * Writes a checkpoint of this moment, beside those that the plan asks for; while training, from a listener or a
     * steering only.
     */
    public void checkpoint() throws IOException {
        recording().checkpoint(training);
    }

    /**
     * What the generators make now, as the sample pictures show it; from a listener or a steering only. It is taken at once,
     * and drawn on the thread that asks the result.
     */
    public Supplier<Picture> picture() {
        return recording().show(training);
    }

    private Recorder recording() {
        return active.orElseThrow(() -> new IllegalStateException("nothing is recorded before training begins"));
    }

    /** Where that cannot be found out, it is taken to have begun: nothing is deleted then. */
    private boolean neverBegan() {
        try {
            return training.step() == 0 && folder.checkpoints().list().isEmpty();
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Asks for the end after the step being played; from any thread. */
    public void stop() {
        stopped = true;
        training.stop();
    }

    /** What was measured on samples at the end, by the names that events use. */
    public Map<String, Double> measures() {
        return measures;
    }

    /** The best moment by the metric of the plan, if it names one; known when training has ended. */
    public Optional<Best> best() {
        return best;
    }

    /** What the doctor says, if there was enough to go by; known when training has ended. */
    public Optional<Diagnosis> diagnosis() {
        return diagnosis;
    }

    /** Gives up a run that never began, with its folder; the caller closes the training. */
    void abandon() {
        folder.discard(lock);
        lock.close();
    }

    public RunFolder folder() {
        return folder;
    }

    /** The plan with nothing left open. */
    public Plan plan() {
        return plan;
    }

    public Training training() {
        return training;
    }

    /** Lets go of the players' memory and of the folder. */
    @Override
    public void close() {
        training.close();
        lock.close();
    }
}
