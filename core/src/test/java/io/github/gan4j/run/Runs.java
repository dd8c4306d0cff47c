package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whole runs, as a person would start, stop and resume them, and what their folders then say. */
public final class Runs {
    private Runs() {}

    public static Ending train(Plan plan, Path path) throws IOException {
        try (Run run = Run.start(plan, path, line -> {})) {
            return run.train(new Listener() {});
        }
    }

    /** Stops after a number of steps, as Ctrl-C does. */
    static Ending trainUntil(int steps, Plan plan, Path path) throws IOException {
        try (Run run = Run.start(plan, path, line -> {})) {
            return run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    if (step.number() == steps) run.stop();
                }
            });
        }
    }

    static List<String> resume(Path path) throws IOException {
        List<String> notices = new ArrayList<>();
        try (Run run = Run.resume(path, Optional.empty(), notices::add)) {
            assertThat(run.train(new Listener() {})).isEqualTo(Ending.IMAGES);
        }
        return notices;
    }

    public static Map<String, StoredTensor> numbers(Path path) throws IOException {
        return newest(path).read().tensors();
    }

    static Checkpoint newest(Path path) throws IOException {
        return RunFolder.open(path).checkpoints().newestIntact(line -> {});
    }

    public static List<Long> imagesSeen(Path path) throws IOException {
        return JsonLines.read(RunFolder.open(path).events()).stream()
                .map(event -> event.path("imagesSeen").asLong())
                .toList();
    }
}
