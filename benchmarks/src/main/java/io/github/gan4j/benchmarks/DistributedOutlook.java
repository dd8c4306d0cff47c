package io.github.gan4j.benchmarks;

import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Start;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What many processes would make of one training, by arithmetic alone: over TCP as {@link RingModel} has it, over NCCL by the formulas
 * of its rings and trees. The rates of processors are measured elsewhere, those of cards and of all links are assumptions.
 */
final class DistributedOutlook {
    private static final List<Integer> PROCESSES = List.of(8, 64, 512);
    private static final int BATCH = 64, MOST = 1 << 20;
    private static final double WORTH_WHILE = 0.8;

    private DistributedOutlook() {}

    private interface Sums {
        double seconds(int processes, long bytes);
    }

    /** @param rate samples a second of one process alone */
    private record Machines(String name, double rate, Sums sums) {
        /** Of the samples that as many processes would make if they had nothing to exchange. */
        double share(int processes, int batch, List<Long> bytes) {
            double computing = batch / rate, exchanging = 0;
            for (long each : bytes) exchanging += sums.seconds(processes, each);
            return computing / (computing + exchanging);
        }

        /** The least power of two. */
        int worthWhile(int processes, List<Long> bytes) {
            int batch = 1;
            while (share(processes, batch, bytes) < WORTH_WHILE && batch < MOST) batch *= 2;
            return batch;
        }
    }

    private static Sums tcp(double delayMicros, double gigabits) {
        return (processes, bytes) -> {
            RingModel model = new RingModel(processes, delayMicros / 1e6, gigabits * 1e9 / 8);
            model.sum(bytes);
            return model.sum(bytes);
        };
    }

    /** The faster of a ring and of a tree whose two halves are sent at once. */
    private static Sums nccl(double hopMicros, double gigabytes) {
        double hop = hopMicros / 1e6;
        return (processes, bytes) -> {
            double whole = bytes / (gigabytes * 1e9), steps = 2.0 * (processes - 1);
            double tree = 2 * whole + 2 * Math.ceil(Math.log(processes) / Math.log(2)) * hop;
            return Math.min(steps / processes * whole + steps * hop, tree);
        };
    }

    static void print() throws IOException {
        List<Machines> all = List.of(
                new Machines("one core each, 1 Gbit/s, 100 µs", 97, tcp(100, 1)),
                new Machines("one core each, 10 Gbit/s, 50 µs", 97, tcp(50, 10)),
                new Machines("32 cores each, 10 Gbit/s, 50 µs", 32 * 97, tcp(50, 10)),
                new Machines("a card each, 50 GB/s, 5 µs, NCCL", 20_000, nccl(5, 50)),
                new Machines("a card each, 10 Gbit/s, 50 µs, Gloo", 20_000, tcp(50, 10)));
        List<Long> bytes = bytes();
        System.out.println("sums of a step, in bytes: " + bytes);
        for (Machines one : all)
            for (int processes : PROCESSES)
                System.out.printf(
                        Locale.ROOT,
                        "%s | %d processes | %.0f %% | %d samples%n",
                        one.name(),
                        processes,
                        100 * one.share(processes, BATCH, bytes),
                        one.worthWhile(processes, bytes));
    }

    /** Of a game of images of 28x28, width 64. */
    private static List<Long> bytes() throws IOException {
        Start start = Start.of(DistributedRank.plan(BATCH), line -> {});
        try (Training training = Assembly.training(start.plan(), start.samples())) {
            List<Long> bytes = new ArrayList<>(RingModel.gradients(training));
            bytes.add((long) RingModel.FEW);
            return bytes;
        }
    }
}
