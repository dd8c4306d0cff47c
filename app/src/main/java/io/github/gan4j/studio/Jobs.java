package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.Json;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Engine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work that takes longer than a request may, in the background, which can be stopped: one image that somebody waits for, and
 * one long job, at a time. What came of the newest is kept, so whoever asks for the same again gets it at once.
 */
final class Jobs implements AutoCloseable {
    /** Of one kind. */
    private static final int MOST_KEPT = 24;

    private static final long MOST_BYTES_KEPT = 192L << 20;
    private static final long MOST_SECONDS_TO_END = 20;

    private final Workshop workshop;
    private final Map<String, Job> kept = new LinkedHashMap<>();
    private final ExecutorService quick = thread("gan4j-quick-jobs");
    private final ExecutorService slow = thread("gan4j-slow-jobs");

    /** What came of a job: facts for the page, and files by their names. */
    record Outcome(ObjectNode facts, Map<String, byte[]> files) {
        long bytes() {
            return files.values().stream().mapToLong(file -> file.length).sum();
        }
    }

    /** What a job does, and for which state of which run; everything else that decides its outcome is in its id. */
    record Task(Kind kind, String run, String stamp) {}

    /** The kinds of jobs, with what is said while one is going on. */
    enum Kind {
        RESTORE("restoring an image", true),
        EVALUATE("evaluating samples", false),
        EXPORT("exporting a network", false),
        STUDY("measuring attacks on classifiers", false);

        private final String words;
        /** Whether somebody waits for it. */
        private final boolean quick;

        Kind(String words, boolean quick) {
            this.words = words;
            this.quick = quick;
        }

        /** Whether jobs of the two go on one after the other. */
        boolean excludes(Kind other) {
            return quick == other.quick;
        }
    }

    /** The work of a job; it calls {@link Job#at} often, which ends it when it is to stop. */
    @FunctionalInterface
    interface Work {
        Outcome of(Job job) throws Exception;
    }

    /** @param failure why there is no outcome; empty where there is one */
    private record End(Optional<Outcome> outcome, String failure) {}

    /** A piece of work, from its start to its end. */
    static final class Job {
        private final String id;
        private final Task task;
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicReference<End> end = new AtomicReference<>();
        private volatile String doing = "";
        private volatile double share;
        private volatile ObjectNode soFar = Json.object();
        private volatile boolean stopping;

        private Job(String id, Task task) {
            this.id = id;
            this.task = task;
        }

        /**
         * Says how far it is.
         *
         * @throws CancellationException when it is to stop
         */
        void at(String now, double part) {
            doing = now;
            share = part;
            if (stopping) throw new CancellationException("stopped");
        }

        /** Shows what is known already; the facts are changed no more. */
        void show(ObjectNode facts) {
            soFar = facts;
        }

        boolean going() {
            return over.getCount() > 0;
        }

        /** @throws Refusal when it is not done, or has no such file */
        byte[] file(String name) {
            return outcome()
                    .map(done -> done.files().get(name))
                    .orElseThrow(() -> Refusal.missing("this result has no " + name));
        }

        Optional<Outcome> outcome() {
            return Optional.ofNullable(end.get()).flatMap(End::outcome);
        }

        private long bytes() {
            return outcome().map(Outcome::bytes).orElse(0L);
        }

        /** For the page, after the end of the work or of this time, whichever comes first. */
        ObjectNode state(long mostMillis) throws InterruptedException {
            over.await(mostMillis, TimeUnit.MILLISECONDS);
            ObjectNode state =
                    Json.object().put("job", id).put("run", task.run()).put("kind", Words.of(task.kind()));
            if (going())
                return state.put("state", "going")
                        .put("doing", doing)
                        .put("share", share)
                        .setAll(soFar);
            if (outcome().isEmpty())
                return state.put("state", "failed").put("problem", end.get().failure());
            return state.put("state", "done").setAll(outcome().get().facts());
        }

        private void play(Work work) {
            try {
                end.set(new End(Optional.of(work.of(this)), ""));
            } catch (Exception | LinkageError | OutOfMemoryError broken) {
                end.set(new End(
                        Optional.empty(),
                        broken instanceof OutOfMemoryError
                                ? "this needs more memory than the studio has"
                                : PlainLine.of(broken)));
            } finally {
                over.countDown();
            }
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    Jobs(Workshop workshop) {
        this.workshop = workshop;
    }

    /** The name of a job that everything decides which is named here: the same work has the same. */
    static String id(Object... parts) {
        return Checksum.sha256(Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    /**
     * Begins a job, unless it is going on or done already.
     *
     * @throws Refusal while another is going on
     */
    synchronized Job begin(String id, Task task, Work work) {
        Optional<Job> same = Optional.ofNullable(kept.get(id))
                .filter(job -> job.going() || job.outcome().isPresent());
        if (same.isPresent()) return same.get();
        going(task.kind()).ifPresent(other -> {
            throw Refusal.conflict("the studio is " + other.task.kind().words + " of " + other.task.run()
                    + "; wait for it, or stop it");
        });
        kept.remove(id);
        forgetSome(task.kind());
        Job job = new Job(id, task);
        kept.put(id, job);
        (task.kind().quick ? quick : slow).execute(() -> {
            // alone it may use the whole machine
            Engine.useThreads(
                    workshop.live().isPresent() ? 1 : Runtime.getRuntime().availableProcessors());
            job.play(work);
        });
        return job;
    }

    /** The eldest go first: of a kind of which there are too many, or with the files that take too much memory. */
    private void forgetSome(Kind kind) {
        List<Job> same =
                kept.values().stream().filter(job -> job.task.kind() == kind).toList();
        if (same.size() >= MOST_KEPT) kept.remove(same.get(0).id);
        List<Job> large = kept.values().stream().filter(job -> job.bytes() > 0).toList();
        long bytes = large.stream().mapToLong(Job::bytes).sum();
        for (int i = 0; i < large.size() && bytes > MOST_BYTES_KEPT; i++) {
            bytes -= large.get(i).bytes();
            kept.remove(large.get(i).id);
        }
    }

    /** The newest job of a task, whether it is going on, done or failed; what somebody stopped is none. */
    synchronized Optional<Job> latest(Task task) {
        return kept.values().stream()
                .filter(job -> job.task.equals(task))
                .filter(job -> !job.stopping || job.outcome().isPresent())
                .reduce((before, after) -> after);
    }

    /** The job that is going on of this kind, or of one that excludes it. */
    synchronized Optional<Job> going(Kind kind) {
        return kept.values().stream()
                .filter(Job::going)
                .filter(job -> job.task.kind().excludes(kind))
                .findFirst();
    }

    /** The job of this name, where it is remembered and was not stopped. */
    synchronized Optional<Job> kept(String id) {
        return Optional.ofNullable(kept.get(id))
                .filter(job -> !job.stopping || job.outcome().isPresent());
    }

    /** @throws Refusal when it is remembered no longer */
    synchronized Job named(String id) {
        return Optional.ofNullable(kept.get(id))
                .orElseThrow(() -> Refusal.missing("this result is remembered no longer; ask for it again"));
    }

    /** Asks a job to end, and waits for that for a while. */
    void stop(Job job) throws InterruptedException {
        job.stopping = true;
        job.over.await(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            for (Kind kind : Kind.values()) {
                Optional<Job> last = going(kind);
                if (last.isPresent()) stop(last.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quick.shutdownNow();
        slow.shutdownNow();
    }
}
