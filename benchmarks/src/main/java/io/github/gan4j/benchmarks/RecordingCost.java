package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /**
     * @param preset one of points, or one of images for which {@code mnist} is found in GAN4J_DATA
     * @param images of each run
     */
    static void measure(String preset, long images, int threads, int pairs) throws IOException {
        Draft draft = Presets.draft(preset).set("stop={images: " + images + "}").set("threads=" + threads);
        if (preset.startsWith("mnist")) draft = draft.set("data.images.path=mnist");
        Plan recorded = draft.plan(), plain = draft.set(NOTHING).plan();
        List<Double> with = new ArrayList<>(), without = new ArrayList<>(), ratios = new ArrayList<>();
        for (int pair = -1; pair < pairs; pair++) {
            boolean recordedFirst = pair % 2 == 0;
            double first = seconds(recordedFirst ? recorded : plain);
            double second = seconds(recordedFirst ? plain : recorded);
            if (pair < 0) continue; // until the code is compiled
            with.add(recordedFirst ? first : second);
            without.add(recordedFirst ? second : first);
            ratios.add(with.get(pair) / without.get(pair));
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s, %d images, threads %d: %.2f s recorded, %.2f s with nothing recorded; ratio %.4f (%.4f to %.4f, %d pairs)%n",
                preset,
                images,
                threads,
                Pairs.median(with),
                Pairs.median(without),
                Pairs.median(ratios),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                pairs);
    }

    /** From the first step to the last. */
    private static double seconds(Plan plan) throws IOException {
        Path folder = Files.createTempDirectory("gan4j-recording");
        Clock clock = new Clock();
        try (Run run = Run.start(plan, folder.resolve("run"), line -> {})) {
            run.train(clock);
        } finally {
            Golden.delete(folder);
        }
        return (clock.last - clock.first) / 1e9;
    }

    private static final class Clock implements Listener {
        private long first;
        private long last;

        @Override
        public void stepped(Training training, Step step) {
            last = System.nanoTime();
            if (step.number() == 1) first = last;
        }
    }
}
