package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Start;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Five games on a graphics card beside the same on all cores: how many images a second each makes, and that the losses of the first
 * steps are the same to within {@link #TOLERANCE}. The games need no files.
 */
final class BesideProcessor {
    private static final List<String> GAMES =
            List.of("ring", "strokes", "strokes-redraw", "mnist-dcgan data=strokes", "mnist-conditional data=strokes");

    private static final int COMPARED = 50, TIMED = 150;

    /** Sums are rounded in another order there, and games magnify that from step to step. */
    private static final double TOLERANCE = 0.02;

    /** @param rate images a second after the steps that are compared */
    private record Played(List<Double> losses, double rate) {}

    private BesideProcessor() {}

    /** @return whether there is such a device, and all losses were the same */
    static boolean measure(String device) throws IOException {
        try {
            Device.named(device);
        } catch (IllegalArgumentException none) {
            System.out.println("nothing measured: " + none.getMessage());
            return false;
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %12s %12s %9s %12s %9s  losses of %d steps, difference%n",
                "fp32 (bf16 where named)",
                "cpu",
                device,
                "times",
                device + " bf16",
                "times",
                COMPARED);
        boolean same = true;
        for (String game : GAMES) same &= measure(game, device);
        return same;
    }

    private static boolean measure(String game, String device) throws IOException {
        Played here = played(game, "cpu", "fp32"), there = played(game, device, "fp32");
        Played narrow = played(game, device, "bf16");
        double difference = 0;
        for (int i = 0; i < here.losses.size(); i++) {
            double loss = here.losses.get(i);
            difference = Math.max(difference, Math.abs(there.losses.get(i) - loss) / (1 + Math.abs(loss)));
        }
        boolean same = difference <= TOLERANCE;
        System.out.printf(
                Locale.ROOT,
                "%-32s %12.0f %12.0f %9.2f %12.0f %9.2f  %.5f, %s%n",
                game,
                here.rate,
                there.rate,
                there.rate / here.rate,
                narrow.rate,
                narrow.rate / here.rate,
                difference,
                same ? "the same to within " + TOLERANCE : "NOT the same to within " + TOLERANCE);
        return same;
    }

    private static Played played(String game, String device, String precision) throws IOException {
        String[] words = game.split(" ");
        Draft preset = Presets.draft(words[0]).set(List.of(words).subList(1, words.length));
        long batch = preset.plan().batchSize();
        Plan plan = preset.set("device", device)
                .set("precision", precision)
                .set("threads", "" + Runtime.getRuntime().availableProcessors())
                .set("stop", "{images: " + batch * (COMPARED + TIMED) + ", minutes: 0}")
                .plan();
        Start start = Start.of(plan, line -> {});
        List<Double> losses = new ArrayList<>();
        long[] clock = new long[2];
        try (Training training = Assembly.training(start.plan(), start.samples())) {
            training.run(new Listener() {
                @Override
                public void stepped(Training now, Step step) {
                    // the losses have been read, so all of the step has been computed
                    if (step.number() <= COMPARED) step.turns().forEach(turn -> losses.add(turn.loss()));
                    if (step.number() == COMPARED) clock[0] = System.nanoTime();
                    clock[1] = System.nanoTime();
                }
            });
        }
        return new Played(losses, batch * TIMED / ((clock[1] - clock[0]) / 1e9));
    }
}
