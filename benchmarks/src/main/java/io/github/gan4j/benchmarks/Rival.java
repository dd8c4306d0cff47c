package io.github.gan4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.LongStream;

/** A program that plays a game, a slice of steps at a time. */
interface Rival extends AutoCloseable {
    String name();

    /** What {@code steps} steps take. */
    Slice play(int steps) throws IOException;

    @Override
    void close();

    /**
     * What some work took.
     *
     * @param cpu of all threads of the process
     */
    record Slice(double seconds, double cpu) {
        Slice each(int steps) {
            return new Slice(seconds / steps, cpu / steps);
        }
    }

    /** Work of this process. */
    static Slice timed(Runnable work) {
        long began = System.nanoTime(), cpu = cpu();
        work.run();
        return since(began, cpu);
    }

    static Slice since(long began, long cpu) {
        return new Slice((System.nanoTime() - began) / 1e9, (cpu() - cpu) / 1e9);
    }

    /** Processor time of all threads of Java, in nanoseconds; what compiles and collects is left out. */
    static long cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }
}
