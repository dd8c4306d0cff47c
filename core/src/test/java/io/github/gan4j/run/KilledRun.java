package io.github.gan4j.run;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A program of its own that {@link KillAndResumeTest} kills: starts the run in a folder, or goes on with it. */
final class KilledRun {
    private KilledRun() {}

    /** 120 steps of 16 pictures; a checkpoint after every second, so that many kills fall into one. */
    static Plan plan() {
        return Plans.with(
                Plans.images(),
                "stop.images=1920",
                "record.checkpoints={images: 32}",
                "record.pictures={images: 320}",
                "doctor.every={images: 320}");
    }

    /** Prints the steps played as they are played. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        try (Run run = begun(path) ? Run.resume(path, Optional.empty(), System.err::println) : restarted(path)) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    System.out.println(step.number());
                }
            });
        }
    }

    /** A run that was killed before its first checkpoint has nothing to go on from. */
    private static boolean begun(Path path) throws IOException {
        return Files.isRegularFile(path.resolve("plan.yaml"))
                && !new RunFolder(path).checkpoints().list().isEmpty();
    }

    private static Run restarted(Path path) throws IOException {
        if (Files.exists(path)) RunStartTest.delete(path);
        return Run.start(plan(), path, System.err::println);
    }
}
