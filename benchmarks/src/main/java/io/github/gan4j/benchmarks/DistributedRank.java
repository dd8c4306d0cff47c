package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Start;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.tensor.Rendezvous;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Training;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A process that trains with one thread, by itself or joined with another, and plays steps when it is asked to: it reads their number
 * line by line, and answers each with the nanoseconds taken.
 */
final class DistributedRank {
    private final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private long left;
    private long began;

    private DistributedRank() {}

    /** 28x28, width 64, fp32, without an end. */
    static Plan plan(int batch) {
        return Presets.draft("strokes")
                .set("precision", "fp32")
                .set("batchSize", Integer.toString(batch))
                .set("data.size", "28")
                .set("generator.network.width", "64")
                .set("discriminator.network.width", "64")
                .set("stop.minutes", "0")
                .set("stop.images", "100000000")
                .set("threads", "1")
                .plan();
    }

    /** @param arguments the batch size, and {@code replicas} for two of them, or rank and port of a joined process */
    public static void main(String[] arguments) throws IOException {
        Start start = Start.of(plan(Integer.parseInt(arguments[0])), line -> {});
        Group group = arguments.length < 3
                ? Group.alone()
                : Group.join(new Rendezvous(
                        Integer.parseInt(arguments[1]), 2, 2, "127.0.0.1", Integer.parseInt(arguments[2]), 60));
        try (Training training = Assembly.training(start.plan(), start.samples())) {
            if (arguments.length == 2) training.compute(new Parallelism(2, 1));
            training.join(group);
            DistributedRank rank = new DistributedRank();
            training.run(new Listener() {}, (now, planned) -> {
                rank.obey(now);
                return planned;
            });
        }
    }

    private void obey(Training training) throws IOException {
        if (left == 0) {
            if (training.step() > 0) System.out.println("took " + (System.nanoTime() - began));
            String order = orders.readLine();
            if (order == null) System.exit(0);
            left = Long.parseLong(order);
            began = System.nanoTime();
        }
        left--;
    }
}
