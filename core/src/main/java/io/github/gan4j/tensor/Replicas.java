package io.github.gan4j.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Threads that compute parts of a batch side by side. The first replica is the calling thread, every further one has a
 * thread and random numbers of its own, so that results do not depend on which of them is faster. Where several processes
 * compute together, each has such replicas, and no two replicas of the {@link Group} draw the same numbers.
 */
public final class Replicas extends NativeOwner {
    private static final ThreadLocal<Integer> CURRENT = ThreadLocal.withInitial(() -> 0);
    private static final ThreadLocal<Integer> NUMBER = ThreadLocal.withInitial(() -> 0);

    private final Parallelism parallelism;
    private final int first;
    private final List<ExecutorService> others = new ArrayList<>();

    /** Those of a process that computes by itself. Binds libtorch's threads, too: {@link Engine#useThreads}. */
    public Replicas(Parallelism parallelism) {
        this(parallelism, Group.alone());
    }

    /** Those of one process of a group, in each of which there are as many. */
    public Replicas(Parallelism parallelism, Group group) {
        this.parallelism = parallelism;
        first = group.rank() * parallelism.replicas();
        Engine.useThreads(parallelism.threads());
        for (int replica = 1; replica < parallelism.replicas(); replica++) others.add(thread(replica));
    }

    private ExecutorService thread(int replica) {
        GeneratorOptional numbers = owned(() -> new GeneratorOptional(torch.createCPUGenerator()));
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(
                    () -> {
                        CURRENT.set(replica);
                        NUMBER.set(first + replica);
                        RandomNumbers.useHere(numbers);
                        Engine.useThreads(parallelism.threads());
                        work.run();
                    },
                    "gan4j-replica-" + replica);
            thread.setDaemon(true);
            return thread;
        });
    }

    public Parallelism parallelism() {
        return parallelism;
    }

    public int count() {
        return parallelism.replicas();
    }

    /** The number of the replica that this thread computes for, from 0; 0 for every other thread. */
    public static int current() {
        return CURRENT.get();
    }

    /** The same counted through all processes of a group: says whose random numbers this thread draws. */
    static int number() {
        return NUMBER.get();
    }

    /** Runs work on this thread with the random numbers of the first replica of this process. */
    public <T> T leading(Supplier<T> work) {
        NUMBER.set(first);
        try {
            return work.get();
        } finally {
            NUMBER.remove();
        }
    }

    /**
     * Runs the work of each replica, given its number, and waits until all have ended.
     *
     * @return the results in the order of the replicas
     * @throws RuntimeException what the first of them threw that failed, by number
     */
    public <T> List<T> each(IntFunction<T> work) {
        if (count() == 1) return List.of(work.apply(0));
        List<Future<T>> waiting = IntStream.range(1, count())
                .mapToObj(replica -> others.get(replica - 1).submit(() -> work.apply(replica)))
                .toList();
        List<T> results = new ArrayList<>();
        RuntimeException failure = null;
        try {
            results.add(work.apply(0));
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Future<T> other : waiting) {
            try {
                results.add(result(other));
            } catch (RuntimeException e) {
                if (failure == null) failure = e;
                else if (failure != e) failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
        return results;
    }

    /** Waits to the end even where this thread is interrupted, which it stays: tensors are in use until then. */
    private static <T> T result(Future<T> other) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return other.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException failure) throw failure;
                    if (e.getCause() instanceof Error error) throw error;
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Ends the threads; the caller's keeps its binding. */
    @Override
    public void close() {
        others.forEach(ExecutorService::shutdown);
        super.close();
    }
}
