package io.github.gan4j.benchmarks;

import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Rendezvous;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a sum over two processes takes, by the count of its numbers: each waits before it, as for a step that is computed. Beside
 * it stands what a link of this delay and rate would take by what Gloo does: see docs/distributed.md, What to expect.
 */
final class DistributedSums {
    private static final int SEGMENT = 1 << 20, WINDOW = 10 * 1448, HEADERS = 52;
    /** TCP begins anew after more idleness than this. */
    private static final long IDLE_MILLIS = 500;

    private DistributedSums() {}

    /** @param arguments rank, host of rank 0, milliseconds one way, Mbit/s, how many sums, then counts of numbers */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rank = Integer.parseInt(arguments[0]), rounds = Integer.parseInt(arguments[4]);
        double delay = Double.parseDouble(arguments[2]) / 1000, rate = Double.parseDouble(arguments[3]) * 1e6 / 8;
        try (Group group = Group.join(new Rendezvous(rank, 2, 1, arguments[1], 29_500, 120))) {
            for (int i = 5; i < arguments.length; i++) {
                int count = Integer.parseInt(arguments[i]);
                List<Double> seconds = new ArrayList<>();
                for (int round = -1; round < rounds; round++) {
                    group.barrier();
                    Thread.sleep(IDLE_MILLIS);
                    double took = sum(group, count);
                    if (round >= 0) seconds.add(took);
                }
                if (rank == 0)
                    System.out.printf(
                            Locale.ROOT,
                            "%.0f ms, %.0f Mbit/s, %d numbers: %.3f s (%.3f to %.3f), expected %.3f s%n",
                            delay * 1000,
                            rate * 8 / 1e6,
                            count,
                            Pairs.median(seconds),
                            seconds.stream().mapToDouble(s -> s).min().orElse(0),
                            seconds.stream().mapToDouble(s -> s).max().orElse(0),
                            expected(4.0 * count, delay, rate));
            }
        }
    }

    private static double sum(Group group, int count) {
        try (Scope scope = new Scope()) {
            Tensor numbers = Tensor.zeros(count);
            long began = System.nanoTime();
            group.sum(numbers);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /**
     * Two halves of a sum, each of which passes half of the bytes in segments of which two are under way: a segment is asked for (one
     * delay) and sent (another). Beforehand TCP's window, which begins small, doubles with every round trip until it fills the link.
     */
    static double expected(double bytes, double delay, double rate) {
        int segments = 2 * (int) Math.max(2, Math.ceil(bytes / SEGMENT / 2));
        double each = bytes / segments * (1 + HEADERS / 1448.0) / rate;
        int ofHalf = segments / 2;
        double[] ends = new double[ofHalf];
        double free = 0;
        for (int i = 0; i < ofHalf; i++) {
            double asked = i < 2 ? 0 : ends[i - 2];
            free = Math.max(free, asked + delay) + each;
            ends[i] = free + delay;
        }
        return 2 * ends[ofHalf - 1] + slowStart(bytes / 2, 2 * delay, rate);
    }

    /** How long the link stands idle, of each round trip, while the window grows. */
    private static double slowStart(double bytes, double roundTrip, double rate) {
        double lost = 0, sent = 0;
        for (double window = WINDOW; sent + window < bytes && window < rate * roundTrip; window *= 2) {
            lost += roundTrip - window / rate;
            sent += window;
        }
        return lost;
    }
}
