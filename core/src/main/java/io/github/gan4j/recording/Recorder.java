package io.github.gan4j.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.checkup.Checkup;
import io.github.gan4j.checkup.Treatment;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Illness;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.Best;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Every;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Words;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.RunningTime;
import io.github.gan4j.train.Snapshot;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import io.github.gan4j.views.View;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes a training into its run folder: events, pictures, checkpoints, and at the end plots and an animation. Between two
 * steps only numbers are taken: samples, scores, copies of weights. Measuring, drawing and writing is left to the recording
 * thread, in this order; what is written before the first step and after the last is written at once.
 */
public final class Recorder implements Listener, AutoCloseable {
    /** What waits to be written may hold a quarter of Java's memory. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final RunFolder folder;
    private final Plan plan;
    private final View view;
    private final NumberedGrids numbered;
    private final Consumer<String> notice;
    private final FolderLock lock;
    private final RecordingThread recording = new RecordingThread(MOST_BYTES);
    private Optional<Contest> contest = Optional.empty();
    private Optional<Checkup> checkup = Optional.empty();
    private Tally tally = new Tally(0, 0);
    private final Slowdown slowdown;
    private Moment last = new Moment(0, 0);
    private Map<String, Double> measures = Map.of();

    // of the recording thread while it has something to do, else of the training's
    private JsonLines events;
    private Optional<TensorBoardLog> board = Optional.empty();
    private OptionalLong saved = OptionalLong.empty();

    private final Queue<String> news = new ConcurrentLinkedQueue<>();
    private volatile boolean saving;

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
     * @param notice hears one line about what takes long before training begins, and the doctor's news; on the training's
     *     thread
     */
    public Recorder(RunFolder folder, FolderLock lock, Plan plan, Consumer<String> notice) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.plan = plan;
        this.notice = notice;
        this.view = View.of(plan);
        this.numbered = new NumberedGrids(folder, plan, view);
        this.events = JsonLines.append(folder.events());
        this.slowdown = new Slowdown(RunningTime::nanos, plan.shape().noun());
    }

    /** Before the first step, or before the first after a resume. */
    public void begin(Training training) throws IOException {
        if (plan.metrics().isPresent()) contest = Optional.of(Contest.of(plan, folder, training, notice));
        checkup = Optional.of(new Checkup(plan, folder, training));
        tally = new Tally(training.images(), training.seconds());
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
            draw(() -> () -> ImageFile.writePng(folder.reals(), view.reals(training)));
            draw(() -> picture(training));
        }
        if (resumed) return;
        if (numbered.due(training)) draw(() -> numbered.picture(training));
        checkpoint(training);
    }

    /** Draws something and waits for it. Java's fonts forget that a thread was interrupted, so that must not be the training's. */
    private void draw(Supplier<RecordingThread.Job> taken) throws IOException {
        recording.ask(0, taken);
        recording.drain();
    }

    /** A kill, or a disk that was full, may have left a checkpoint without the pictures of its moment. */
    private void catchUp(Training training) throws IOException {
        long before = Math.max(0, training.images() - training.settings().batch());
        boolean due = plan.record().pictures().reached(before, 0, training.images(), 0);
        if (due && !Files.exists(folder.samplePicture(training.images()))) draw(() -> picture(training));
        if (numbered.due(training)) draw(() -> numbered.picture(training));
    }

    /** The checkpoint comes before the pictures: what cannot be drawn costs no training. */
    @Override
    public void stepped(Training training, Step step) throws IOException {
        slowdown.stepped(training.settings().batch()).ifPresent(notice);
        record(training, step);
        slowdown.rest();
    }

    private void record(Training training, Step step) throws IOException {
        recording.requireSound();
        tellNews();
        tally.add(step);
        boolean measured = contest.isPresent() && contest.get().due(training);
        boolean examined = checkup.orElseThrow().due(training);
        if (measured
                || examined
                || step.number() == 1
                || tally.due(plan.record().events(), step)) {
            event(training, step, measured, examined);
            if (measured || plan.doctor().tries() > 0) await(training, measured);
        }
        Moment before = last;
        last = Moment.of(training);
        if (before.isFollowedBy(training, plan.record().checkpoints())) nextCheckpoint(training);
        if (numbered.due(training))
            recording.ask(bytes(training, NumberedGrids.COUNT), () -> numbered.picture(training));
        if (before.isFollowedBy(training, plan.record().pictures()))
            recording.ask(bytes(training, view.count()), () -> picture(training));
    }

    private static long bytes(Training training, int samples) {
        return (long) Float.BYTES * samples * training.data().shape().size();
    }

    /** The numbers are written before the checkpoint, so that a resumed run knows of every look that is behind it. */
    private void event(Training training, Step step, boolean measured, boolean examined) throws IOException {
        if (measured) Snapshot.requireFinite(training);
        int samples = view.count() + (measured ? plan.metrics().orElseThrow().count() : 0);
        recording.ask(bytes(training, samples), () -> {
            Tally full = tally;
            tally = new Tally(step.images(), step.seconds());
            double share = training.settings().length().share(step.images(), step.seconds());
            List<Supplier<Map<String, Double>>> taken = new ArrayList<>(List.of(view.measures(training)));
            if (measured) taken.add(contest.orElseThrow().measure(training));
            if (examined) taken.add(checkup.orElseThrow().look(training));
            Samples data = training.data();
            OptionalDouble augmented = training.augmented();
            return () -> {
                ObjectNode event = full.event(step, share);
                augmented.ifPresent(now -> event.put("augmentationProbability", now));
                if (step.number() == 1 && plan.conditional()) classesWithoutImages(data, event);
                for (Supplier<Map<String, Double>> numbers : taken)
                    numbers.get().forEach(event::put);
                checkup.orElseThrow()
                        .diagnose(event)
                        .filter(found -> found.illness() != Illness.TOO_EARLY)
                        .ifPresent(found -> news.add(found.line()));
                write(event);
            };
        });
    }

    private static void classesWithoutImages(Samples data, ObjectNode event) {
        data.images()
                .map(ImageSet::emptyClasses)
                .filter(empty -> !empty.isEmpty())
                .ifPresent(empty -> event.set(TrainedGenerator.CLASSES_WITHOUT_IMAGES, Json.tree(empty)));
    }

    private void write(ObjectNode event) throws IOException {
        events.write(event);
        if (board.isPresent()) board.get().event(event);
    }

    /**
     * Waits for what may end the training, so that it ends at the same step whatever the speed of the disk, and for metrics,
     * whose networks would fight with those of the game for the same cores.
     */
    private void await(Training training, boolean measured) throws IOException {
        recording.await();
        boolean alarming = diagnosis().map(found -> found.illness().alarming()).orElse(false);
        if (alarming && plan.doctor().tries() > 0) training.stop(Ending.ILL);
        if (!measured) return;
        Contest watched = contest.orElseThrow();
        if (watched.isBest(training.images())) saveLater(training, () -> watched.announce(folder));
        if (watched.outOfPatience(training)) training.stop(Ending.PATIENCE);
    }

    /** A checkpoint waits for the one before it: one copy of the weights waits at most, and a kill costs two intervals at most. */
    private void nextCheckpoint(Training training) throws IOException {
        Snapshot.requireFinite(training);
        if (saving) recording.await();
        saveLater(training, () -> {});
    }

    /** Copies this moment now, to be saved. */
    private void saveLater(Training training, RecordingThread.Job then) throws IOException {
        recording.ask(Snapshot.bytes(training), () -> {
            Snapshot snapshot = Snapshot.of(training);
            saving = true;
            return () -> {
                try {
                    save(snapshot);
                } finally {
                    saving = false;
                }
                then.run();
            };
        });
    }

    /** Saves a moment, unless that has been done; events first, so that a resumed run knows all that lies behind it. */
    private void save(Snapshot snapshot) throws IOException {
        Snapshot.Numbers numbers = snapshot.numbers();
        if (saved.equals(OptionalLong.of(numbers.images()))) return;
        lock.requireThere();
        events.sync();
        folder.checkpoints()
                .save(numbers.images(), numbers.step(), snapshot.tensors(), RunMoment.metadata(numbers, plan));
        saved = OptionalLong.of(numbers.images());
        folder.checkpoints().prune(plan.record().keep(), kept(numbers.images()));
    }

    private Set<Long> kept(long images) throws IOException {
        Set<Long> kept = new HashSet<>(contest.map(Contest::kept).orElse(Set.of()));
        kept.addAll(new Treatment(folder, plan).kept(images));
        return kept;
    }

    private RecordingThread.Job picture(Training training) {
        Supplier<Picture> samples = view.samples(training);
        long images = training.images();
        return () -> {
            lock.requireThere();
            Files.createDirectories(folder.samples());
            Picture picture = samples.get();
            byte[] png = ImageFile.png(picture);
            AtomicFile.write(folder.samplePicture(images), out -> out.write(png));
            if (board.isPresent()) board.get().samples(images, picture, png);
        };
    }

    /** Whatever cannot be written at the end, the checkpoint is there already. */
    @Override
    public void ended(Training training, Ending ending) throws IOException {
        recording.drain();
        tellNews();
        checkpoint(training);
        Step end = new Step(training.step(), training.images(), training.seconds(), List.of());
        events.close();
        ObjectNode event = Events.takeBack(folder.events(), training.images()).orElseGet(() -> tally.event(end, 1));
        event.put("secondsLeft", 0.0).put(Events.ENDING, Words.of(ending));
        measures = new LinkedHashMap<>(view.measures(training).get());
        // who asked for the end does not want to wait for it
        if (contest.isPresent()) measures.putAll(contest.get().known(training, ending != Ending.ASKED));
        measures.forEach(event::put);
        Checkup doctor = checkup.orElseThrow();
        if (!event.has(Signal.CLUSTER_DISTANCE.key()))
            doctor.look(training).get().forEach(event::put);
        doctor.conclude(event);
        events = JsonLines.append(folder.events());
        write(event);
        events.sync();
        if (!Files.exists(folder.samplePicture(training.images())))
            picture(training).run();
        if (contest.isPresent()) contest.get().announce(folder);
    }

    /** A last attempt to keep what was learned when something else could not be read or written. */
    public void rescue(Training training, IOException why) {
        try {
            checkpoint(training);
            recording.requireSound();
        } catch (IOException | RuntimeException e) {
            if (e != why) why.addSuppressed(e);
        }
    }

    /** Saves this moment now, behind all that was asked for before. */
    public void checkpoint(Training training) throws IOException {
        recording.await();
        Snapshot.requireFinite(training);
        if (!saved.equals(OptionalLong.of(training.images()))) save(Snapshot.of(training));
    }

    /** Takes what the generators make now; it is drawn by whoever asks. */
    public Supplier<Picture> show(Training training) {
        return view.samples(training);
    }

    private void tellNews() {
        for (String line = news.poll(); line != null; line = news.poll()) notice.accept(line);
    }

    /** What was measured on samples at the end. */
    public Map<String, Double> measures() {
        return measures;
    }

    /** What the doctor said last. */
    public Optional<Diagnosis> diagnosis() {
        return checkup.flatMap(Checkup::latest);
    }

    /** The best moment, where the plan names a metric. */
    public Optional<Best> best() {
        return contest.flatMap(Contest::best);
    }

    @Override
    public void close() throws IOException {
        try {
            recording.close();
        } finally {
            tellNews();
            contest.ifPresent(Contest::close);
            if (board.isPresent()) board.get().close();
            events.close();
        }
    }
}
