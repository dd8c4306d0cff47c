package io.github.gan4j.studio;

import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.run.Run;
import io.github.gan4j.tensor.OutOfMemory;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Where trainings of this program go on: one at a time, since two would only share the same cores. */
public final class Workshop implements AutoCloseable {
    private static final long MOST_SECONDS_TO_END = 120;

    private final Runs runs;
    /** Held while the random numbers of the engine belong to somebody: to a step, or to first weights. */
    private final ReentrantLock engine = new ReentrantLock(true);

    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private Optional<LiveRun> live = Optional.empty();

    /** Why a run that was started here failed, in one line, and what its record of events was then. */
    private record Failure(String line, FileStamp events) {}

    Workshop(Runs runs) {
        this.runs = runs;
    }

    /** The training that is going on here. */
    public synchronized Optional<LiveRun> live() {
        live.filter(run -> !run.going()).ifPresent(this::remember);
        live = live.filter(LiveRun::going);
        return live;
    }

    Optional<LiveRun> live(String name) {
        return live().filter(run -> run.name().equals(name));
    }

    private void remember(LiveRun run) {
        run.failure().ifPresent(e -> keep(run.name(), e));
    }

    private void keep(String name, Throwable reason) {
        failures.put(name, new Failure(line(reason), events(name)));
    }

    private FileStamp events(String name) {
        return FileStamp.of(new RunFolder(runs.root().resolve(name)).events());
    }

    /** Why a run that was started here failed, in one line; empty once another program has gone on with it. */
    Optional<String> failure(String name) {
        live();
        Failure known = failures.get(name);
        if (known != null && !known.events().equals(events(name))) failures.remove(name, known);
        return Optional.ofNullable(failures.get(name)).map(Failure::line);
    }

    /** Runs that failed here, with the reason, whether there is a folder or not. */
    Map<String, String> failures() {
        live();
        Map<String, String> lines = new HashMap<>();
        failures.forEach((name, failure) -> lines.put(name, failure.line()));
        return lines;
    }

    /** Keeps why a run did not even begin. */
    void failed(String name, Exception reason) {
        keep(name, reason);
    }

    /** A run that is no longer there has not failed. */
    void forget(String name) {
        failures.remove(name);
    }

    static String line(Throwable failure) {
        return OutOfMemory.line(failure)
                .or(() -> Optional.ofNullable(failure.getMessage()))
                .flatMap(text -> text.lines().findFirst())
                .orElse(failure.getClass().getSimpleName());
    }

    /**
     * Starts a run into a folder of this name.
     *
     * @throws Refusal when another is going on
     */
    public LiveRun start(Plan plan, String name, Listener listener, Consumer<String> notice) {
        return start(plan, name, Helm.Setting.AS_PLANNED, listener, notice);
    }

    /** The same, steered from its first step on. */
    LiveRun start(Plan plan, String name, Helm.Setting setting, Listener listener, Consumer<String> notice) {
        Path path = runs.inside(name);
        return begin(name, setting, () -> Run.start(plan, path, notice), listener);
    }

    LiveRun resume(String name, Optional<StopPlan> length, Listener listener) {
        RunFolder folder = runs.open(name);
        if (live(name).isPresent()) throw Refusal.conflict(name + " is training already");
        return begin(name, Helm.Setting.AS_PLANNED, () -> Run.resume(folder.path(), length, line -> {}), listener);
    }

    private synchronized LiveRun begin(String name, Helm.Setting setting, LiveRun.Opening opening, Listener listener) {
        live().ifPresent(other -> {
            throw Refusal.conflict(other.name() + " is training; stop it first, or wait for its end");
        });
        failures.remove(name);
        LiveRun run = LiveRun.start(name, new Helm(engine, setting), opening, listener);
        live = Optional.of(run);
        return run;
    }

    /** @throws Refusal when it is not training here */
    LiveRun going(String name) {
        return live(name)
                .orElseThrow(() -> Refusal.conflict(
                        isElsewhere(name, runs.folder(name))
                                ? name + " is trained by another program; only a run of this studio can be steered"
                                : name + " is not training"));
    }

    /** Whether another program trains this run; the monitor keeps it from touching a lock that is ours. */
    synchronized boolean isElsewhere(String name, RunFolder folder) {
        return live(name).isEmpty() && FolderLock.heldElsewhere(folder.path());
    }

    /** @throws Refusal when somebody trains it, or it is not there */
    void requireIdle(String name) {
        if (live(name).isPresent() || isElsewhere(name, runs.folder(name)))
            throw Refusal.conflict(name + " is training; stop it first");
    }

    void stop(String name) throws InterruptedException {
        going(name).stop(MOST_SECONDS_TO_END);
    }

    /** Goes on from an earlier checkpoint as if what came after had not happened. */
    synchronized LiveRun rollBack(String name, long images) throws IOException, InterruptedException {
        RunFolder folder = runs.open(name);
        if (isElsewhere(name, folder)) throw Refusal.conflict(name + " is trained by another program");
        Optional<LiveRun> before = live(name);
        if (before.isEmpty() && live().isPresent())
            throw Refusal.conflict(live().get().name() + " is training; stop it first, or wait for its end");
        Path file = folder.checkpoints().open(images).file();
        try (SetAside kept = SetAside.of(file)) {
            if (before.isPresent()) before.get().stop(MOST_SECONDS_TO_END);
            kept.putBack();
        }
        folder.checkpoints().dropAfter(images);
        LiveRun again = resume(name, Optional.empty(), new Listener() {});
        before.ifPresent(b -> again.helm().set(b.helm().setting()));
        if (again.awaitOpening(60)) again.note("rolled back to " + images);
        return again;
    }

    /** Does something that uses the engine's random numbers, while no step is played. */
    <T> T quietly(Callable<T> task) throws Exception {
        engine.lock();
        try {
            return task.call();
        } finally {
            engine.unlock();
        }
    }

    /** Waits until no training goes on here. */
    public void awaitIdle() throws InterruptedException {
        for (Optional<LiveRun> going = live(); going.isPresent(); going = live())
            going.get().awaitOver();
    }

    /** Long work, which is handed what pauses it. */
    @FunctionalInterface
    interface Pausing<T> {
        T of(Runnable pause) throws Exception;
    }

    /** As {@link #quietly}, for long work: whenever it pauses, a training may play its next step. */
    <T> T quietly(Pausing<T> task) throws Exception {
        return quietly(() -> task.of(() -> {
            engine.unlock();
            engine.lock(); // fair, so a step that waits comes first
        }));
    }

    @Override
    public void close() {
        try {
            Optional<LiveRun> going = live();
            if (going.isPresent()) going.get().stop(MOST_SECONDS_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
