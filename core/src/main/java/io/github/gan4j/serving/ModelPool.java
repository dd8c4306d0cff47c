package io.github.gan4j.serving;

import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.ExitGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Answers requests from any thread with models that are for one thread at a time: a worker for each model, and a bounded
 * queue. A worker takes several waiting requests at once, where the work can answer them in one batch.
 *
 * @param <M> the model
 * @param <Q> a request
 * @param <R> its answer
 */
public final class ModelPool<M extends AutoCloseable, Q, R> implements AutoCloseable {
    private static final double FORGETTING = 0.9;

    private final PoolLimits limits;
    private final Work<M, Q, R> work;
    private final ToIntFunction<Q> samples;
    private final int together;
    private final LongSupplier clock;
    private final Deque<Job<Q, R>> queue = new ArrayDeque<>();
    private final List<Thread> workers;
    private int waiting;
    private long batches;
    private boolean closed;
    private double secondsPerSample;

    /** Opens one of the models of a pool. */
    @FunctionalInterface
    public interface Opener<M> {
        M open() throws IOException;
    }

    /** Answers requests with one model, in their order. */
    @FunctionalInterface
    public interface Work<M, Q, R> {
        List<R> of(M model, List<Q> requests) throws IOException;
    }

    private record Job<Q, R>(Q request, int samples, long deadline, CompletableFuture<R> answer) {}

    /**
     * As many models as a pool needs, opened on this thread.
     *
     * @throws IOException when a model cannot be opened; those that were are closed
     */
    public static <M extends AutoCloseable> List<M> opened(Opener<M> opener, PoolLimits limits) throws IOException {
        List<M> models = new ArrayList<>();
        try {
            while (models.size() < limits.workers()) models.add(opener.open());
            return models;
        } catch (IOException | RuntimeException failed) {
            models.forEach(ModelPool::end);
            throw failed;
        }
    }

    /**
     * Starts a worker for each model.
     *
     * @param models from now on the pool's own
     * @param samples of a request, at least 1, by which its share of the queue is measured
     * @param together most samples of requests that are answered in one batch; a larger request is answered alone
     */
    public ModelPool(PoolLimits limits, List<M> models, ToIntFunction<Q> samples, int together, Work<M, Q, R> work) {
        this(limits, models, samples, together, work, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    ModelPool(
            PoolLimits limits,
            List<M> models,
            ToIntFunction<Q> samples,
            int together,
            Work<M, Q, R> work,
            LongSupplier clock) {
        this.clock = clock;
        this.limits = limits;
        this.work = work;
        this.samples = samples;
        this.together = together;
        workers = IntStream.range(0, models.size())
                .mapToObj(i -> worker(i, models.get(i)))
                .toList();
        workers.forEach(Thread::start);
    }

    private Thread worker(int number, M model) {
        Thread thread = new Thread(() -> serve(model), "gan4j-worker-" + (number + 1));
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Puts a request into the queue.
     *
     * @return its answer; it fails with a {@link TimeoutException} when the request has waited longer than the limits say,
     *     and with what the work throws. A request whose answer is cancelled before its turn is not computed.
     * @throws PoolFullException when there is no room in the queue
     * @throws IllegalStateException when the pool is closed
     */
    public CompletableFuture<R> submit(Q request) throws PoolFullException {
        int size = samples.applyAsInt(request);
        CompletableFuture<R> answer = new CompletableFuture<>();
        synchronized (queue) {
            if (closed) throw new IllegalStateException("the pool is closed");
            if (waiting > 0 && waiting + size > limits.waiting()) throw new PoolFullException(waiting, retryAfter());
            queue.add(new Job<>(
                    request, size, clock.getAsLong() + limits.patience().toNanos(), answer));
            waiting += size;
            queue.notify();
        }
        return answer;
    }

    private Duration retryAfter() {
        double seconds = Math.ceil(waiting * secondsPerSample / limits.workers());
        return Duration.ofSeconds((long) Math.max(1, Math.min(seconds, 60)));
    }

    /** Samples that wait now. */
    public int waiting() {
        synchronized (queue) {
            return waiting;
        }
    }

    /** How many times requests were answered together. */
    public long batches() {
        synchronized (queue) {
            return batches;
        }
    }

    private void serve(M model) {
        Engine.useThreads(limits.threadsEach());
        // the native library must not be torn down under a batch when the Java machine ends,
        // and a server that is ending still brings requests that it has accepted
        try (ExitGuard untilAnswered = ExitGuard.last(this::acceptNoMore)) {
            for (List<Job<Q, R>> jobs = next(); !jobs.isEmpty(); jobs = next()) answer(model, jobs);
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        } finally {
            end(model);
        }
    }

    /** The jobs to do next; none when the pool is closed and all are done. */
    private List<Job<Q, R>> next() throws InterruptedException {
        List<Job<Q, R>> jobs = new ArrayList<>();
        synchronized (queue) {
            while (jobs.isEmpty()) {
                while (queue.isEmpty()) {
                    if (closed) return jobs;
                    queue.wait();
                }
                int taken = 0;
                while (!queue.isEmpty()
                        && (jobs.isEmpty() || taken + queue.peek().samples() <= together)) {
                    Job<Q, R> job = queue.remove();
                    waiting -= job.samples();
                    if (wanted(job)) {
                        jobs.add(job);
                        taken += job.samples();
                    }
                }
            }
        }
        return jobs;
    }

    private boolean wanted(Job<Q, R> job) {
        if (clock.getAsLong() - job.deadline() > 0)
            job.answer()
                    .completeExceptionally(new TimeoutException(
                            "waited longer than " + limits.patience().toSeconds() + " s"));
        return !job.answer().isDone();
    }

    private void answer(M model, List<Job<Q, R>> jobs) {
        long start = System.nanoTime();
        try {
            List<R> answers = work.of(model, jobs.stream().map(Job::request).toList());
            for (int i = 0; i < jobs.size(); i++) jobs.get(i).answer().complete(answers.get(i));
        } catch (IOException | RuntimeException | Error failed) {
            jobs.forEach(job -> job.answer().completeExceptionally(failed));
        }
        int done = jobs.stream().mapToInt(Job::samples).sum();
        double seconds = (System.nanoTime() - start) / 1e9 / done;
        synchronized (queue) {
            batches++;
            secondsPerSample =
                    secondsPerSample == 0 ? seconds : FORGETTING * secondsPerSample + (1 - FORGETTING) * seconds;
        }
    }

    private static void end(AutoCloseable model) {
        try {
            model.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void acceptNoMore() {
        synchronized (queue) {
            closed = true;
            queue.notifyAll();
        }
    }

    /** Accepts nothing more, answers what was accepted, and closes the models. */
    @Override
    public void close() {
        acceptNoMore();
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
