package io.github.gan4j.data;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Prepares batches on a thread of its own, ahead of time and in order, so that no training step waits for data. Batches
 * are handed out once and never reused.
 */
public final class Loader implements AutoCloseable {
    private static final int DEPTH = 3;

    private final Samples samples;
    private final int batchSize;
    private final int depth;
    /** From one batch to the next, in samples. */
    private final int stride;

    private final Thread worker;
    private final Queue<Batch> ready = new ArrayDeque<>();
    private Throwable failure;
    private boolean closed;

    /**
     * @param position where the first batch starts, counted in samples
     * @param depth how many finished batches wait at most
     */
    Loader(Samples samples, int batchSize, long position, int depth, int stride) {
        if (batchSize < 1) throw new IllegalArgumentException("the batch size must be at least 1, not " + batchSize);
        if (position < 0) throw new IllegalArgumentException("the position must be at least 0, not " + position);
        if (depth < 1) throw new IllegalArgumentException("the loader's depth must be at least 1, not " + depth);
        this.samples = samples;
        this.batchSize = batchSize;
        this.depth = depth;
        this.stride = stride;
        worker = new Thread(() -> prepare(position), "gan4j-loader");
        worker.setDaemon(true);
        worker.start();
    }

    /**
     * One of several equal parts of each batch, for one of several processes: together the parts are the batches, and none overlap.
     *
     * @param position where the first batch starts, counted in samples
     * @param number of the part, from 0
     * @throws IllegalArgumentException when the batches cannot be split evenly
     */
    public static Loader ofPart(Samples samples, int batchSize, long position, int number, int parts) {
        if (batchSize % parts != 0)
            throw new IllegalArgumentException(batchSize + " samples cannot be split into " + parts + " equal parts");
        int part = batchSize / parts;
        return new Loader(samples, part, position + (long) number * part, DEPTH, batchSize);
    }

    /**
     * The next batch, waiting for it if need be, even where this thread is interrupted; it stays interrupted then.
     *
     * @throws IllegalStateException when the loader is closed
     * @throws RuntimeException whatever the samples threw on the loader's thread, after the batches before it
     */
    public synchronized Batch next() {
        boolean interrupted = false;
        try {
            while (ready.isEmpty()) {
                if (failure instanceof Error error) throw error;
                if (failure instanceof RuntimeException exception) throw exception;
                if (closed) throw new IllegalStateException("the loader is closed");
                interrupted |= interruptedWhileWaiting();
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
        Batch batch = ready.remove();
        notifyAll();
        return batch;
    }

    /** Stops preparing. Returns at once, even while a sample is being made: the thread ends by itself after it. */
    @Override
    public synchronized void close() {
        closed = true;
        ready.clear();
        notifyAll();
    }

    private void prepare(long start) {
        try {
            for (long at = start; waitForRoom(); at += stride) put(checked(samples.batch(at, batchSize), at));
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** What cannot be learned from is said here, where it is known whose fault it is; later it looks like one of the players. */
    private Batch checked(Batch batch, long at) {
        int classes = samples.labelNames().size();
        for (int i = 0; classes > 0 && i < batch.labels().length; i++)
            if (batch.labels()[i] < 0 || batch.labels()[i] >= classes)
                throw new IllegalArgumentException(samples.describe() + ": sample " + (at + i) + " has class "
                        + batch.labels()[i] + "; classes must be within 0 and " + (classes - 1));
        float[] values = batch.values();
        for (int i = 0; i < values.length; i++)
            if (!Float.isFinite(values[i]))
                throw new IllegalArgumentException(samples.describe() + ": sample "
                        + (at + i / batch.shape().size()) + " holds " + values[i] + "; all values must be finite");
        return batch;
    }

    private synchronized boolean waitForRoom() {
        while (!closed && ready.size() >= depth) interruptedWhileWaiting();
        return !closed;
    }

    private synchronized void put(Batch batch) {
        if (!closed) ready.add(batch);
        notifyAll();
    }

    private synchronized void fail(Throwable cause) {
        failure = cause;
        notifyAll();
    }

    /** Batches come soon, so an interrupt does not end the waiting; it is only remembered. */
    private boolean interruptedWhileWaiting() {
        try {
            wait();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
