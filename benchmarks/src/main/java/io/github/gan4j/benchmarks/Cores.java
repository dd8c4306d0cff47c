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
        Slices slices =
                new Slices(rounds, Parallelism.ofThreads(1), Parallelism.ofThreads(CORES), new Parallelism(CORES, 1));
        try (Training training = Assembly.training(start.plan(), start.samples())) {
            training.run(slices, (played, planned) -> {
                played.compute(slices.setting());
                return planned;
            });
        }
        double operations = Budget.perImage(start.plan(), start.samples().shape());
        List<Double> alone = slices.secondsPerStep.get(Parallelism.ofThreads(1));
        slices.secondsPerStep.forEach((setting, own) -> {
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
        });
    }

    /**
     * Gives each setting in turn half a second or more: two steps to change over, then whole turns of what is not computed in
     * every step, such as R1. The first round makes ready what later ones find.
     */
    private static final class Slices implements Listener {
        private static final int READY = 2, TURN = 4;
        private static final long LEAST = 500_000_000;

        private final Map<Parallelism, List<Double>> secondsPerStep = new LinkedHashMap<>();
        private final List<Parallelism> settings;
        private final int last;
        private int slice;
        private int steps;
        private long from;

        Slices(int rounds, Parallelism... settings) {
            this.settings = List.of(settings);
            this.last = (rounds + 1) * settings.length;
            for (Parallelism setting : settings) secondsPerStep.put(setting, new ArrayList<>());
        }

        Parallelism setting() {
            return settings.get(slice % settings.size());
        }

        @Override
        public void stepped(Training played, Step step) {
            int counted = ++steps - READY;
            long now = System.nanoTime(), took = now - from;
            if (counted == 0) from = now;
            if (counted <= 0 || counted % TURN > 0 || took < LEAST) return;
            if (slice >= settings.size()) secondsPerStep.get(setting()).add(took / 1e9 / counted);
            slice++;
            steps = 0;
            if (slice == last) played.stop();
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
