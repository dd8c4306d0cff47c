package io.github.gan4j.recording;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Does one job after the other, in the order in which they were asked for, while the thread that asks goes on. Jobs that
 * wait are bounded by their number and by the bytes that they hold: when there is no room, asking waits. One thread asks at
 * a time; an interrupt of it takes nothing away, and it stays interrupted.
 *
 * <p>What fails is thrown once to the thread that asks, at its next call, with later failures suppressed in it. Jobs behind
 * one that failed are done nevertheless: what they write may be the last that is kept.
 */
final class RecordingThread implements AutoCloseable {
    private static final int MOST_JOBS = 64;
    private static final int PARTS = 16 * MOST_JOBS;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(job -> {
        Thread made = new Thread(job, "gan4j-recording");
        made.setDaemon(true);
        return made;
    });
    private final long mostBytes;
    private final Semaphore room = new Semaphore(PARTS);
    private Optional<Throwable> failure = Optional.empty();

    /** What is left to do when its numbers have been taken. */
    interface Job {
        void run() throws IOException;
    }

    /** @param mostBytes that the jobs hold together; one that holds more is alone */
    RecordingThread(long mostBytes) {
        this.mostBytes = Math.max(1, mostBytes);
    }

    /**
     * Waits for room, takes a job's numbers on this thread, and leaves the rest to the other one.
     *
     * @param bytes that the job holds, about
     * @throws IOException when an earlier job failed so; nothing is taken then
     */
    void ask(long bytes, Supplier<Job> taken) throws IOException {
        int parts = parts(bytes);
        room.acquireUninterruptibly(parts);
        boolean asked = false;
        try {
            requireSound();
            Job job = taken.get();
            thread.execute(() -> {
                try {
                    job.run();
                } catch (Throwable failed) { // an OutOfMemoryError, too, ends the training and not this thread alone
                    fail(failed);
                } finally {
                    room.release(parts);
                }
            });
            asked = true;
        } finally {
            if (!asked) room.release(parts);
        }
    }

    /** A job has a least share of the room, which bounds their number, and at most all of it. */
    private int parts(long bytes) {
        double share = (double) bytes / mostBytes;
        return Math.max(PARTS / MOST_JOBS, (int) Math.min(PARTS, Math.ceil(share * PARTS)));
    }

    private synchronized void fail(Throwable failed) {
        if (failure.isEmpty()) failure = Optional.of(failed);
        else failure.get().addSuppressed(failed);
    }

    /** Throws what has failed since it was last asked. */
    synchronized void requireSound() throws IOException {
        Throwable failed = failure.orElse(null);
        failure = Optional.empty();
        if (failed instanceof IOException unwritable) throw unwritable;
        if (failed instanceof Error error) throw error;
        if (failed != null) throw (RuntimeException) failed;
    }

    /** Waits until everything is done that was asked for, and leaves failures to who asks next. */
    void await() {
        room.acquireUninterruptibly(PARTS);
        room.release(PARTS);
    }

    /** Waits until everything is done that was asked for. */
    void drain() throws IOException {
        await();
        requireSound();
    }

    @Override
    public void close() throws IOException {
        await();
        thread.shutdown();
        requireSound();
    }
}
