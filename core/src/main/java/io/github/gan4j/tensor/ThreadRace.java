package io.github.gan4j.tensor;

import java.util.List;

/**
 * Finds out by a short race how many threads are faster just now: all cores, or one. On a quiet machine all cores win.
 * Where another program keeps a core busy, threads that work together wait for the one that has no core, dozens of
 * times in a step, and one alone is many times faster than two.
 */
public final class ThreadRace {
    private static final long NANOSECONDS = 150_000_000L;
    private static final double CLEARLY = 1.1;

    private ThreadRace() {}

    /** All of {@code cores} or 1; takes about a third of a second. Leaves the winner in use. */
    public static int winner(int cores) {
        if (cores == 1) return 1;
        double together = speed(cores), alone = speed(1);
        int winner = together > CLEARLY * alone ? cores : 1;
        Engine.useThreads(winner);
        return winner;
    }

    /** Convolutions a second, as small as those of small networks. */
    private static double speed(int threads) {
        Engine.useThreads(threads);
        try (Scope race = new Scope()) {
            Tensor images = Tensor.filled(0.5, 64, 16, 14, 14);
            Tensor weight = Tensor.filled(0.01, 32, 16, 5, 5);
            run(images, weight, NANOSECONDS / 5); // the first ones set up what later ones find ready
            return run(images, weight, NANOSECONDS);
        }
    }

    private static double run(Tensor images, Tensor weight, long nanoseconds) {
        long start = System.nanoTime(), now = start;
        int done = 0;
        for (; now - start < nanoseconds; done++, now = System.nanoTime()) {
            try (Scope one = new Scope()) {
                images.convolved(weight, List.of(), 1, 2, 1).leakyRelu(0.2);
            }
        }
        return done * 1e9 / (now - start);
    }
}
