package io.github.gan4j.studio;

import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs that wait for their turn, oldest first: the plan of each in the folder {@code .queue} beside the runs, so that they wait on when
 * the studio ends. One that fails makes room for the next.
 */
final class RunQueue implements AutoCloseable {
    private static final int MOST = 100;
    private static final long MILLIS_BETWEEN_LOOKS = 300;
    private static final Pattern FILE = Pattern.compile("(\\d{6})-(.+)\\.yaml");

    private final Runs runs;
    private final Workshop workshop;
    private final Path folder;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gan4j-queue");
        thread.setDaemon(true);
        return thread;
    });
    private List<Waiting> waiting;
    private boolean hasBegun;
    /** Whether a look is due. */
    private boolean isLooking;

    /**
     * @param file that holds its plan
     * @param preset that its plan is named after; empty where it cannot be read
     */
    record Waiting(String name, Path file, String preset) {}

    /** @throws IOException in one line, when the folder cannot be read */
    RunQueue(Runs runs, Workshop workshop) throws IOException {
        this.runs = runs;
        this.workshop = workshop;
        folder = runs.root().resolve(".queue");
        waiting = found();
    }

    /** From now on each begins when its turn comes. */
    synchronized void begin() {
        hasBegun = true;
        lookSoon();
    }

    /** While nothing waits nobody looks. */
    private void lookSoon() {
        if (!hasBegun || isLooking || waiting.isEmpty()) return;
        isLooking = true;
        turns.schedule(this::look, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        isLooking = false;
        next();
        lookSoon();
    }

    private List<Waiting> found() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return List.of();
        List<Waiting> found = new ArrayList<>();
        for (Path file : FileTree.list(folder, file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) found.add(new Waiting(name.group(2), file, preset(file)));
        }
        return List.copyOf(found);
    }

    /** What is wrong with a plan is said when its turn comes. */
    private static String preset(Path file) {
        try {
            return Plan.read(file).name();
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    /** Those that wait, in the order of their turns. */
    synchronized List<Waiting> all() {
        return waiting;
    }

    /** Whether a new run would have to wait. */
    synchronized boolean isBusy() {
        return !waiting.isEmpty() || workshop.live().isPresent();
    }

    /**
     * Puts a run at the end.
     *
     * @return how many come before it
     * @throws Refusal when there is no room, or one of this name waits
     */
    synchronized int add(String name, Plan plan) throws IOException {
        if (waiting.size() >= MOST)
            throw Refusal.tooLarge("at most " + MOST + " runs wait in the queue; remove some first");
        requireNotWaiting(name);
        Files.createDirectories(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
            throw Refusal.forbidden("the folder .queue is a link");
        String last = waiting.isEmpty()
                ? "000000"
                : waiting.get(waiting.size() - 1)
                        .file()
                        .getFileName()
                        .toString()
                        .substring(0, 6);
        Path file = folder.resolve("%06d-%s.yaml".formatted(Integer.parseInt(last) + 1, name));
        AtomicFile.writeString(file, plan.toYaml());
        int before = waiting.size();
        waiting = Stream.concat(waiting.stream(), Stream.of(new Waiting(name, file, plan.name())))
                .toList();
        lookSoon();
        return before;
    }

    /** @throws Refusal when a run of this name waits */
    synchronized void requireNotWaiting(String name) {
        if (waiting.stream().anyMatch(one -> one.name().equals(name)))
            throw Refusal.conflict("'" + name + "' is waiting for its turn already");
    }

    /** @throws Refusal when none of this name waits */
    synchronized void remove(String name) throws IOException {
        Waiting gone = waiting.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("no run '" + name + "' is waiting"));
        drop(gone);
    }

    private void drop(Waiting gone) throws IOException {
        Files.deleteIfExists(gone.file());
        waiting = waiting.stream().filter(Predicate.not(gone::equals)).toList();
    }

    /** Lets the first begin if nothing trains; whatever is wrong with it, the next has its turn after it. */
    private void next() {
        if (waiting.isEmpty() || workshop.live().isPresent()) return;
        Waiting first = waiting.get(0);
        try {
            Plan plan = Plan.read(first.file());
            RunFolder.requireFree(runs.inside(first.name()));
            workshop.start(plan, first.name(), new Listener() {}, line -> {});
        } catch (Refusal somebodyWasFaster) {
            if (somebodyWasFaster.status() == 409) return;
            workshop.failed(first.name(), somebodyWasFaster);
        } catch (IOException | RuntimeException broken) {
            workshop.failed(first.name(), broken);
        }
        try {
            drop(first);
        } catch (IOException stuck) {
            // another studio would refuse it, since its folder is there
            waiting = waiting.subList(1, waiting.size());
        }
    }

    /** Nobody begins any more; those that wait are kept. */
    @Override
    public void close() {
        // one that is just beginning is ended with the workshop
        synchronized (this) {
            hasBegun = false;
            waiting = List.of();
        }
        turns.shutdown();
    }
}
