package io.github.gan4j.tensor;

/**
 * How the cores of a machine are used.
 *
 * @param replicas threads that each compute a part of every batch (data parallelism)
 * @param threads of libtorch under each of them, which share one operation
 */
public record Parallelism(int replicas, int threads) {
    public Parallelism {
        if (replicas < 1) throw new IllegalArgumentException("replicas must be at least 1, got " + replicas);
        if (threads < 1) throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }

    /** One replica. */
    public static Parallelism ofThreads(int threads) {
        return new Parallelism(1, threads);
    }

    /** All threads together. */
    public int cores() {
        return Math.multiplyExact(replicas, threads);
    }

    /** As people read it: {@code 2 replicas of 1 thread}, or {@code 2 threads}. */
    @Override
    public String toString() {
        String each = threads == 1 ? "1 thread" : threads + " threads";
        return replicas == 1 ? each : replicas + " replicas of " + each;
    }
}
