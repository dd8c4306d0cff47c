package io.github.gan4j.benchmarks;

import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Start;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/** Whether long trainings of the measured games keep native objects or memory, after a tenth of their steps. */
final class GrowthCheck {
    /** What heaps of Java and of the C library may still take meanwhile. */
    private static final double ALLOWED_MIB = 64;

    private GrowthCheck() {}

    /** @return whether nothing grew */
    static boolean measure(int steps, String named) throws IOException {
        boolean steady = true;
        for (Blueprint game : Blueprint.small())
            for (String precision : game.narrows() ? new String[] {"fp32", "bf16"} : new String[] {"fp32"})
                if (game.name().contains(named)) steady &= measure(game, precision, steps);
        return steady;
    }

    private static boolean measure(Blueprint game, String precision, int steps) throws IOException {
        Start start = Start.of(game.plan(precision), line -> {});
        long[] objects = new long[2];
        double[] memory = new double[2];
        try (Training training = Assembly.training(start.plan(), Noise.of(game.sample()))) {
            training.run(new Listener() {
                @Override
                public void stepped(Training now, Step step) throws IOException {
                    if (step.number() != Math.max(1, steps / 10) && step.number() != steps) return;
                    int place = step.number() == steps ? 1 : 0;
                    System.gc();
                    objects[place] = Pointer.totalCount();
                    memory[place] = mebibytes();
                    if (place == 1) now.stop();
                }
            });
        }
        boolean reached = memory[1] > 0;
        boolean steady = reached && objects[1] <= objects[0] && memory[1] - memory[0] <= ALLOWED_MIB;
        System.out.printf(
                Locale.ROOT,
                "%-28s %s  native objects %d after %d steps, %d after %d; memory %.0f MiB, %.0f MiB: %s%n",
                game.name(),
                precision,
                objects[0],
                Math.max(1, steps / 10),
                objects[1],
                steps,
                memory[0],
                memory[1],
                steady ? "steady" : reached ? "GREW" : "ended early");
        return steady;
    }

    /** Of this process, resident. */
    private static double mebibytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(one -> one.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }
}
