package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Budget;
import io.github.gan4j.setup.Start;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a training makes of the cores of this machine: one thread, all threads in each operation and one replica a core, in
 * turn within one training, beside the rate at which this machine multiplies matrices.
 */
final class Cores {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int SIDE = 2048;

    private Cores() {}

    /** @param rounds of all settings, after one that does not count */
    static void measure(int rounds) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "matrices of %d x %d on %d cores: fp32 %.0f, bf16 %.0f billion operations a second%n",
                SIDE,
                SIDE,
                CORES,
                rate(Precision.FP32) / 1e9,
                rate(Precision.BF16) / 1e9);
        for (String precision : List.of("fp32", "bf16"))
            for (String[] size : new String[][] {{"28", "16"}, {"28", "64"}, {"64", "64"}})
                measure(plan(size[0], size[1], precision), size[0] + "x" + size[0] + " width " + size[1], rounds);
    }

    private static Plan plan(String size, String width, String precision) {
        Draft draft = Presets.draft("strokes").set("precision", precision).set("batchSize", "64");
        return draft.set("data.size", size)
                .set("generator.network.width", width)
                .set("discriminator.network.width", width)
                .set("stop.minutes", "0")
                .set("stop.images", "100000000")
                .plan();
    }

    private static void measure(Plan plan, String name, int rounds) throws IOException {
        Start start = Start.of(plan, line -> {});
        double rate = rate(Assembly.precision(start.plan()));
        Map<Parallelism, List<Double>> seconds = new LinkedHashMap<>();
        List<Parallelism> settings =
                List.of(Parallelism.ofThreads(1), Parallelism.ofThreads(CORES), new Parallelism(CORES, 1));
        settings.forEach(setting -> seconds.put(setting, new ArrayList<>()));
        try (Training training = Assembly.training(start.plan(), start.samples())) {
            long[] from = new long[1];
            Listener clock = new Listener() {
                @Override
                public void stepped(Training played, Step step) {
                    double took = (System.nanoTime() - from[0]) / 1e9;
                    long round = (step.number() - 1) / settings.size();
                    if (round > 0) seconds.get(played.parallelism()).add(took);
                    if (round == rounds && step.number() % settings.size() == 0) played.stop();
                }
            };
            training.run(clock, (played, planned) -> {
                played.compute(settings.get((int) (played.step() % settings.size())));
                from[0] = System.nanoTime();
                return planned;
            });
        }
        double operations = Budget.perImage(start.plan(), start.samples().shape());
        List<Double> alone = seconds.get(settings.get(0));
        for (Parallelism setting : settings) {
            List<Double> own = seconds.get(setting);
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) ratios.add(alone.get(i) / own.get(i));
            double images = start.plan().batchSize() / Pairs.median(own);
            System.out.printf(
                    Locale.ROOT,
                    "%s, batch %d, %s, %-24s %6.0f images/s  %.2f times one thread (%.2f to %.2f)  %.0f %% of the matrix rate%n",
                    name,
                    start.plan().batchSize(),
                    start.plan().precision(),
                    setting,
                    images,
                    Pairs.median(ratios),
                    ratios.stream().mapToDouble(r -> r).min().orElse(0),
                    ratios.stream().mapToDouble(r -> r).max().orElse(0),
                    100 * images * operations / rate);
        }
    }

    /** Operations a second on all cores. */
    private static double rate(Precision precision) {
        Engine.useThreads(CORES);
        try (Scope scope = new Scope();
                Precision.Cast cast = precision.on(Device.CPU)) {
            Tensor matrix = Tensor.filled(0.5, SIDE, SIDE);
            matrix.linear(matrix);
            long start = System.nanoTime();
            int done = 0;
            for (; System.nanoTime() - start < 500_000_000L; done++) {
                try (Scope one = new Scope()) {
                    matrix.linear(matrix);
                }
            }
            return 2.0 * SIDE * SIDE * SIDE * done / ((System.nanoTime() - start) / 1e9);
        }
    }
}
