package io.github.gan4j.benchmarks;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Somebody's program that trains on a thread of its own and ends in the midst of it. */
final class EmbeddedProgram {
    /** The exit code of a program that ends by {@code System.exit}. */
    static final int EXIT = 3;

    private EmbeddedProgram() {}

    static Plan plan() {
        return Presets.draft("ring")
                .set(List.of("threads=1", "batchSize=64", "stop.images=6400", "record.events={images: 64}"))
                .set(List.of("record.checkpoints={images: 640}", "record.pictures={images: 3200}"))
                .plan();
    }

    /** The run of a folder, begun or gone on with, to its end. */
    static void train(Path path, Listener listener) throws IOException {
        try (Run run = Run.startOrResume(plan(), path, Optional.empty(), line -> {})) {
            run.train(listener);
        }
    }

    /** @param arguments the folder, what happens (nothing, interrupt, exit, wait for a signal), after how many nanoseconds */
    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[0]);
        long nanos = Long.parseLong(arguments[2]);
        long from = System.nanoTime();
        Steps steps = new Steps();
        Thread training = new Thread(() -> trainOrComplain(path, steps));
        training.start();
        System.out.println("training");
        switch (arguments[1]) {
            case "interrupt" -> {
                TimeUnit.NANOSECONDS.sleep(nanos);
                training.interrupt();
            }
            case "exit" -> {
                TimeUnit.NANOSECONDS.sleep(nanos);
                System.exit(EXIT);
            }
            default -> {}
        }
        training.join();
        System.out.println(
                "nanos " + (steps.first - from) + " " + (steps.last - from) + " " + (System.nanoTime() - from));
    }

    /** When the first and the last step were over. */
    private static final class Steps implements Listener {
        private volatile long first, last;

        @Override
        public void stepped(Training training, Step step) {
            last = System.nanoTime();
            if (first == 0) first = last;
        }
    }

    private static void trainOrComplain(Path path, Steps steps) {
        try {
            train(path, steps);
        } catch (IOException | RuntimeException failed) {
            System.out.println("failed: " + failed);
        }
    }
}
