package io.github.gan4j.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.checkup.Checkup;
import io.github.gan4j.checkup.Treatment;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Illness;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.model.Best;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Every;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Words;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Snapshot;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import io.github.gan4j.views.View;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Writes a training into its run folder: events, pictures, checkpoints, and at the end plots and an animation. */
final class Recorder implements Listener, AutoCloseable {
    private final RunFolder folder;
    private final Plan plan;
    private final View view;
    private final NumberedGrids numbered;
    private final Consumer<String> notice;
    private Optional<Contest> contest = Optional.empty();
    private Optional<Checkup> checkup = Optional.empty();
    private Optional<TensorBoardLog> board = Optional.empty();
    private final Tally tally = new Tally();
    private JsonLines events;
    private final FolderLock lock;
    private Moment last = new Moment(0, 0);
    private OptionalLong saved = OptionalLong.empty();
    private Map<String, Double> measures = Map.of();

    private record Moment(long images, double seconds) {
        static Moment of(Training training) {
            return new Moment(training.images(), training.seconds());
        }

        boolean isFollowedBy(Training training, Every interval) {
            return interval.reached(images, seconds, training.images(), training.seconds());
        }
    }

    /**
     * @param lock of the folder
     * @param notice hears one line about what takes long before training begins
     */
    Recorder(RunFolder folder, FolderLock lock, Plan plan, Consumer<String> notice) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.plan = plan;
        this.notice = notice;
        this.view = View.of(plan);
        this.numbered = new NumberedGrids(folder, plan, view);
        this.events = JsonLines.append(folder.events());
    }

    /** Before the first step, or before the first after a resume. */
    void begin(Training training) throws IOException {
        if (plan.metrics().isPresent()) contest = Optional.of(Contest.of(plan, folder, training, notice));
        checkup = Optional.of(new Checkup(plan, folder, training));
        tally.reset(training.images(), training.seconds());
        if (plan.record().tensorboard()) board = Optional.of(new TensorBoardLog(folder.path(), training.images()));
        last = Moment.of(training);
        boolean resumed = !folder.checkpoints().list().isEmpty();
        if (resumed) {
            saved = OptionalLong.of(training.images());
            numbered.dropAfter(training);
            catchUp(training);
        }
        // a branch begins at a checkpoint, but has no pictures yet
        if (!Files.exists(folder.reals())) {
            ImageFile.writePng(folder.reals(), view.reals(training));
            picture(training);
        }
        if (resumed) return;
        numbered.after(training);
        checkpoint(training);
    }

    /** A kill, or a disk that was full, may have left a checkpoint without the pictures of its moment. */
    private void catchUp(Training training) throws IOException {
        long before = Math.max(0, training.images() - training.settings().batch());
        boolean due = plan.record().pictures().reached(before, 0, training.images(), 0);
        if (due && !Files.exists(folder.samplePicture(training.images()))) picture(training);
        numbered.after(training);
    }

    /** The checkpoint comes before the pictures: what cannot be drawn costs no training. */
    @Override
    public void stepped(Training training, Step step) throws IOException {
        tally.add(step);
        boolean first = step.number() == 1;
        boolean measured = contest.isPresent() && contest.get().due(training);
        if (measured) measure(training, step);
        else if (first
                || checkup.orElseThrow().due(training)
                || tally.due(plan.record().events(), step)) event(training, step, Map.of());
        Moment before = last;
        last = Moment.of(training);
        if (before.isFollowedBy(training, plan.record().checkpoints())) checkpoint(training);
        numbered.after(training);
        if (before.isFollowedBy(training, plan.record().pictures())) picture(training);
    }

    /** Whatever cannot be written at the end, the checkpoint is there already. */
    @Override
    public void ended(Training training, Ending ending) throws IOException {
        checkpoint(training);
        Step end = new Step(training.step(), training.images(), training.seconds(), List.of());
        events.close();
        ObjectNode event = Events.takeBack(folder.events(), training.images()).orElseGet(() -> tally.event(end, 1));
        event.put("secondsLeft", 0.0).put(Events.ENDING, Words.of(ending));
        measures = new LinkedHashMap<>(view.measures(training));
        // who asked for the end does not want to wait for it
        if (contest.isPresent()) measures.putAll(contest.get().known(training, ending != Ending.ASKED));
        measures.forEach(event::put);
        examine(training, event, true);
        events = JsonLines.append(folder.events());
        write(event);
        events.sync();
        if (!Files.exists(folder.samplePicture(training.images()))) picture(training);
        if (contest.isPresent()) contest.get().announce(folder);
    }

    /** A last attempt to keep what was learned when something else could not be read or written. */
    void rescue(Training training, IOException why) {
        try {
            checkpoint(training);
        } catch (IOException | NotFiniteException e) {
            if (e != why) why.addSuppressed(e);
        }
    }

    /** The numbers are written before the checkpoint, so that a resumed run knows of every look that is behind it. */
    private void measure(Training training, Step step) throws IOException {
        Contest watched = contest.orElseThrow();
        event(training, step, watched.measure(training));
        if (watched.isBest(training)) {
            checkpoint(training);
            watched.announce(folder);
        }
        if (watched.outOfPatience(training)) training.stop(Ending.PATIENCE);
    }

    private void event(Training training, Step step, Map<String, Double> more) throws IOException {
        double share = training.settings().length().share(step.images(), step.seconds());
        ObjectNode event = tally.event(step, share);
        if (step.number() == 1 && plan.conditional())
            training.data()
                    .images()
                    .map(ImageSet::emptyClasses)
                    .filter(empty -> !empty.isEmpty())
                    .ifPresent(empty -> event.set(TrainedGenerator.CLASSES_WITHOUT_IMAGES, Json.tree(empty)));
        view.measures(training).forEach(event::put);
        more.forEach(event::put);
        examine(training, event, false);
        write(event);
        tally.reset(step.images(), step.seconds());
    }

    private void write(ObjectNode event) throws IOException {
        events.write(event);
        if (board.isPresent()) board.get().event(event);
    }

    /** What the doctor sees now, if it is time, and says, if that is new. */
    private void examine(Training training, ObjectNode event, boolean last) {
        Checkup doctor = checkup.orElseThrow();
        boolean looked = event.has(Signal.CLUSTER_DISTANCE.key());
        if (!looked && (last && doctor.looked() || doctor.due(training)))
            doctor.look(training).forEach(event::put);
        Optional<Diagnosis> news = doctor.diagnose(event);
        boolean alarm = doctor.latest().map(found -> found.illness().alarming()).orElse(false);
        if (alarm && !last && plan.doctor().tries() > 0) training.stop(Ending.ILL);
        if (last) doctor.latest().ifPresent(found -> Checkup.write(found, event));
        else news.filter(found -> found.illness() != Illness.TOO_EARLY).ifPresent(found -> notice.accept(found.line()));
    }

    private void picture(Training training) throws IOException {
        lock.requireThere();
        Files.createDirectories(folder.samples());
        Picture samples = view.samples(training);
        ImageFile.writePng(folder.samplePicture(training.images()), samples);
        if (board.isPresent()) board.get().samples(training.images(), samples);
    }

    Picture show(Training training) {
        return view.samples(training);
    }

    /** Saves this moment, unless that has been done; events first, so that a resumed run knows all that lies behind it. */
    void checkpoint(Training training) throws IOException {
        Snapshot.requireFinite(training);
        if (saved.equals(OptionalLong.of(training.images()))) return;
        lock.requireThere();
        events.sync();
        Snapshot snapshot = Snapshot.of(training);
        folder.checkpoints()
                .save(
                        training.images(),
                        training.step(),
                        snapshot.tensors(),
                        RunMoment.metadata(snapshot.numbers(), plan));
        saved = OptionalLong.of(training.images());
        folder.checkpoints().prune(plan.record().keep(), kept(training));
    }

    private Set<Long> kept(Training training) throws IOException {
        Set<Long> kept = new HashSet<>(contest.map(Contest::kept).orElse(Set.of()));
        kept.addAll(new Treatment(folder, plan).kept(training.images()));
        return kept;
    }

    /** What was measured on samples at the end. */
    Map<String, Double> measures() {
        return measures;
    }

    /** What the doctor said last. */
    Optional<Diagnosis> diagnosis() {
        return checkup.flatMap(Checkup::latest);
    }

    /** The best moment, where the plan names a metric. */
    Optional<Best> best() {
        return contest.flatMap(Contest::best);
    }

    @Override
    public void close() throws IOException {
        contest.ifPresent(Contest::close);
        if (board.isPresent()) board.get().close();
        events.close();
    }
}
