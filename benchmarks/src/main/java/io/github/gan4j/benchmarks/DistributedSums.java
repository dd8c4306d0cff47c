package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Start;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Rendezvous;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long sums, and whole steps of training, take on two hosts that a slow link joins, beside what {@link RingModel} expects. The
 * hosts are those of two_hosts.py, so this wants root.
 */
final class DistributedSums {
    private static final int PORT = 29_500, PATIENCE = 120, BATCH = 64;
    private static final List<Integer> COUNTS = List.of(10_000, 80_000, 400_000, 1_500_000, 4_000_000);
    private static final List<Double> RESTS = List.of(0.0, 0.7);
    private static final int SUMS = 5, STEPS = 15, WARM_UP = 5;

    private final Group group;
    private final double delay;
    private final double rate;

    private DistributedSums(Group group, double delayMillis, double megabits) {
        this.group = group;
        delay = delayMillis / 1000;
        rate = megabits * 1e6 / 8;
    }

    /**
     * @param links of milliseconds one way and Mbit/s: {@code 50:100 20:300}
     * @param only a part of the names
     */
    static void measure(String links, String only) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("gan4j.checkout"), "benchmarks", "two_hosts.py");
        for (String link : links.split(" ")) {
            List<String> both = List.of(link.split(":"));
            ProcessBuilder host = ChildProcess.java(
                    List.of(), DistributedSums.class.getName(), List.of(both.get(0), both.get(1), only));
            List<String> command = new ArrayList<>(List.of("python3", script.toString()));
            command.addAll(both);
            command.addAll(host.command());
            int code = host.command(command).inheritIO().start().waitFor();
            if (code != 0) throw new IOException("the hosts ended with " + code);
        }
    }

    /** One of the hosts. @param arguments milliseconds one way, Mbit/s, a part of the names */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Engine.useThreads(1);
        int rank = Integer.parseInt(System.getenv("HOST"));
        try (Group group = Group.join(new Rendezvous(rank, 2, 1, System.getenv("MASTER"), PORT, PATIENCE))) {
            DistributedSums sums =
                    new DistributedSums(group, Double.parseDouble(arguments[0]), Double.parseDouble(arguments[1]));
            for (double rest : RESTS)
                for (int count : COUNTS) {
                    String name = String.format(Locale.ROOT, "sum of %d numbers after %.1f s", count, rest);
                    if (name.contains(arguments[2])) sums.sums(name, count, rest);
                }
            for (Map.Entry<String, Draft> plan : plans().entrySet())
                if (plan.getKey().contains(arguments[2])) sums.steps(plan.getKey(), plan.getValue());
        }
    }

    /** From games that are nothing but delay to such as have megabytes to send, and to some that mostly compute. */
    private static Map<String, Draft> plans() {
        Map<String, Draft> all = new LinkedHashMap<>();
        all.put("step of ring", Presets.draft("ring"));
        for (int width : List.of(384, 768)) {
            String hidden = "[" + width + ", " + width + "]";
            all.put(
                    "step of ring " + hidden,
                    Presets.draft("ring")
                            .set("generator.network.hidden", hidden)
                            .set("discriminator.network.hidden", hidden));
        }
        for (int width : List.of(24, 48)) {
            all.put(
                    "step of strokes of 28x28, width " + width,
                    Presets.draft("strokes")
                            .set("precision", "fp32")
                            .set("data.size", "28")
                            .set("generator.network.width", "" + width)
                            .set("discriminator.network.width", "" + width));
        }
        return all;
    }

    private void sums(String name, int count, double rest) throws InterruptedException {
        RingModel model = model();
        List<Double> seconds = new ArrayList<>();
        double expected = 0;
        for (int round = -1; round < SUMS; round++) {
            group.barrier();
            model.sum(Float.BYTES);
            Thread.sleep((long) (rest * 1000));
            model.rest(rest);
            double took = sum(count);
            expected = model.sum((long) Float.BYTES * count);
            if (round >= 0) seconds.add(took);
        }
        report(name, seconds, expected);
    }

    private double sum(int count) {
        try (Scope scope = new Scope()) {
            Tensor numbers = Tensor.zeros(count);
            long began = System.nanoTime();
            group.sum(numbers);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** @param seconds of each step; @param bytes that each player learns */
    private record Played(List<Double> seconds, List<Long> bytes) {}

    /** Computing is measured on both hosts at once, since they share one machine, before and after the steps that exchange. */
    private void steps(String name, Draft draft) throws IOException {
        group.barrier();
        List<Double> alone =
                new ArrayList<>(played(draft, BATCH / 2, Group.alone()).seconds());
        Played together = played(draft, BATCH, group);
        alone.addAll(played(draft, BATCH / 2, Group.alone()).seconds());
        double computing = group.gathered("" + Pairs.median(alone)).stream()
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
        report(
                String.format(Locale.ROOT, "%s, %s bytes, %.3f s of computing", name, together.bytes(), computing),
                together.seconds(),
                expected(together.bytes(), computing));
    }

    private static Played played(Draft draft, int batch, Group group) throws IOException {
        Start start = Start.of(
                draft.set("batchSize", "" + batch)
                        .set("threads", "1")
                        .set("stop", "{images: " + batch * (STEPS + WARM_UP) + "}")
                        .plan(),
                line -> {});
        List<Double> seconds = new ArrayList<>();
        try (Training training = Assembly.training(start.plan(), start.samples())) {
            training.join(group);
            training.run(new Listener() {
                private long began = System.nanoTime();

                @Override
                public void stepped(Training now, Step step) {
                    if (step.number() > WARM_UP) seconds.add((System.nanoTime() - began) / 1e9);
                    began = System.nanoTime();
                }
            });
            return new Played(seconds, RingModel.gradients(training));
        }
    }

    /** Of a step like those before it: each player computes its part and sums, and a few numbers follow. */
    private double expected(List<Long> bytes, double computing) {
        RingModel model = model();
        double last = 0;
        for (int step = 0; step < WARM_UP; step++) {
            last = computing;
            for (long each : bytes) {
                model.rest(computing / bytes.size());
                last += model.sum(each);
            }
            last += model.sum(RingModel.FEW);
        }
        return last;
    }

    private RingModel model() {
        return new RingModel(2, delay, rate);
    }

    private void report(String what, List<Double> seconds, double expected) {
        double measured = Pairs.median(seconds);
        if (group.rank() == 0)
            System.out.printf(
                    Locale.ROOT,
                    "%.0f ms, %.0f Mbit/s: %s: %.3f s (%.3f to %.3f), expected %.3f s, %+.0f %%%n",
                    delay * 1000,
                    rate * 8 / 1e6,
                    what,
                    measured,
                    seconds.stream().mapToDouble(s -> s).min().orElse(0),
                    seconds.stream().mapToDouble(s -> s).max().orElse(0),
                    expected,
                    100 * (expected / measured - 1));
    }
}
