package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What recording costs a training: runs of a preset as {@code train} records them, and the same with nothing recorded
 * between the first step and the last, in turn.
 */
final class RecordingCost {
    private static final List<String> NOTHING = List.of(
            "record.events={images: 0, seconds: 0}",
            "record.pictures={images: 0, seconds: 0}",
            "record.checkpoints={images: 0, seconds: 0}",
            "record.tensorboard=false",
            "doctor.every={images: 0, seconds: 0}");

    private RecordingCost() {}

    /** What the steps from the first to the last took: on the clock, and of the processor by the thread that trains. */
    private record Cost(double seconds, double cpu) {}

    /**
     * @param preset one that needs no files
     * @param images of each run
     */
    static void measure(String preset, long images, int threads, int pairs) throws IOException {
        Draft draft = Presets.draft(preset).set("stop={images: " + images + "}").set("threads=" + threads);
        Plan recorded = draft.plan(), plain = draft.set(NOTHING).plan();
        List<Cost> with = new ArrayList<>(), without = new ArrayList<>();
        for (int pair = -1; pair < pairs; pair++) {
            boolean recordedFirst = pair % 2 == 0;
            Cost first = cost(recordedFirst ? recorded : plain);
            Cost second = cost(recordedFirst ? plain : recorded);
            if (pair < 0) continue; // until the code is compiled
            with.add(recordedFirst ? first : second);
            without.add(recordedFirst ? second : first);
        }
        System.out.printf(Locale.ROOT, "%s, %d images, threads %d, %d pairs%n", preset, images, threads, pairs);
        report("on the clock", with, without, Cost::seconds);
        report("by processor time of the thread that trains", with, without, Cost::cpu);
    }

    private static void report(String what, List<Cost> with, List<Cost> without, ToDoubleFunction<Cost> of) {
        List<Double> recorded = with.stream().map(of::applyAsDouble).toList();
        List<Double> plain = without.stream().map(of::applyAsDouble).toList();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) ratios.add(recorded.get(i) / plain.get(i));
        double[] ends = GameSpeeds.interval(ratios);
        System.out.printf(
                Locale.ROOT,
                "  %s: %.2f s recorded, %.2f s with nothing recorded; ratio %.3f (%.3f to %.3f)%n",
                what,
                Pairs.median(recorded),
                Pairs.median(plain),
                Pairs.median(ratios),
                ends[0],
                ends[1]);
    }

    private static Cost cost(Plan plan) throws IOException {
        Path folder = Files.createTempDirectory("gan4j-recording");
        Clock clock = new Clock();
        try (Run run = Run.start(plan, folder.resolve("run"), line -> {})) {
            run.train(clock);
        } finally {
            Golden.delete(folder);
        }
        return new Cost((clock.last - clock.first) / 1e9, (clock.lastCpu - clock.firstCpu) / 1e9);
    }

    private static final class Clock implements Listener {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long first, last, firstCpu, lastCpu;

        @Override
        public void stepped(Training training, Step step) {
            last = System.nanoTime();
            lastCpu = threads.getCurrentThreadCpuTime();
            if (step.number() > 1) return;
            first = last;
            firstCpu = lastCpu;
        }
    }
}
