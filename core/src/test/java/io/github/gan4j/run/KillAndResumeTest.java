package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.train.Listener;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own, killed (SIGKILL) at random moments and resumed each time; {@code benchmarks/run kills} does more of it. */
class KillAndResumeTest {
    private static final int STEPS = 120;
    private static final int KILLS = 8;
    /** Of these, the number that falls into the start of the program, before or while the folder is made. */
    private static final int EARLY_KILLS = 2;

    @TempDir
    Path temporary;

    /** The last step of which a killed child told. */
    private int reported;

    @Test
    void a_run_killed_again_and_again_ends_with_the_bits_of_one_that_was_never_killed() throws Exception {
        Path whole = temporary.resolve("whole"), killed = temporary.resolve("killed");
        try (Run run = Run.start(KilledRun.plan(), whole, line -> {})) {
            run.train(new Listener() {});
        }
        Random random = new Random(20);
        for (int kill = 0; kill < EARLY_KILLS; kill++) killAfter(killed, random.nextInt(1500));
        int later = KILLS - EARLY_KILLS;
        for (int kill = 0; kill < later; kill++) {
            int from = STEPS * kill / later, to = STEPS * (kill + 1) / later;
            killAtStep(killed, from + 1 + random.nextInt(to - from), random.nextInt(30_000_000));
        }
        assertThat(start(killed).waitFor()).as(errors()).isZero();

        assertThat(numbers(killed)).isEqualTo(numbers(whole));
        assertThat(losses(killed)).isEqualTo(losses(whole));
        assertThat(events(killed).get(events(killed).size() - 1).path("ending").asText())
                .isEqualTo("images");
        for (Path picture : files(killed.resolve("samples"))) ImageFile.read(picture);
        assertThat(files(killed)).noneMatch(file -> file.toString().endsWith(".partial"));
        assertThat(files(killed.resolve("checkpoints"))).hasSize(6);
    }

    private Process start(Path run) throws IOException {
        return ChildProgram.start(KilledRun.class, temporary.resolve("errors"), run.toString());
    }

    private String errors() throws IOException {
        return Files.readString(temporary.resolve("errors"));
    }

    private void killAfter(Path run, int milliseconds) throws Exception {
        Process child = start(run);
        child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        kill(child);
    }

    /** Kills a little after a step has been reported: into the next one, or into what is written after it. */
    private void killAtStep(Path run, int step, int nanos) throws Exception {
        Process child = start(run);
        try (BufferedReader steps = child.inputReader()) {
            String line = steps.readLine();
            // a checkpoint comes after every second step, and its writing may take until the next: no more is lost than
            // two
            assertThat(Integer.parseInt(line)).isGreaterThan(reported - 3);
            while (line != null && Integer.parseInt(line) < step) line = steps.readLine();
            assertThat(line)
                    .as("it should have come to step %d: %s", step, errors())
                    .isNotNull();
            reported = Integer.parseInt(line);
            child.waitFor(nanos, TimeUnit.NANOSECONDS);
            kill(child);
        }
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly().waitFor();
    }

    private static Map<String, StoredTensor> numbers(Path run) throws IOException {
        return RunFolder.open(run).checkpoints().open(16 * STEPS).read().tensors();
    }

    private static List<ObjectNode> events(Path run) throws IOException {
        return JsonLines.read(RunFolder.open(run).events());
    }

    /** Every step is in the events once, in order, with the losses that it had. */
    private static List<String> losses(Path run) throws IOException {
        List<ObjectNode> events = events(run);
        assertThat(events).hasSize(STEPS);
        for (int i = 0; i < STEPS; i++)
            assertThat(events.get(i).path("imagesSeen").asInt()).isEqualTo(16 * (i + 1));
        return events.stream()
                .map(event -> event.path("players") + " " + event.path("pReal"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
