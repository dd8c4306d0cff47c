package io.github.gan4j.run;

import static io.github.gan4j.run.Runs.numbers;
import static io.github.gan4j.run.Runs.resume;
import static io.github.gan4j.run.Runs.train;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training in somebody's program whose thread is interrupted, as every service does that is shut down; {@code benchmarks/run
 * embedded} does more of it.
 */
class InterruptTest {
    private static final int INTERRUPTS = 10;

    @TempDir
    Path folder;

    private static Plan plan() {
        return Plans.with(Plans.line(), "record.checkpoints={images: 64}", "record.pictures={images: 320}");
    }

    @Test
    void interrupts_at_random_moments_cost_nothing() throws Exception {
        train(plan(), folder.resolve("whole"));
        Map<String, StoredTensor> whole = numbers(folder.resolve("whole"));
        Random random = new Random(30);
        for (int i = 0; i < INTERRUPTS; i++) {
            Path path = folder.resolve("run-" + i);
            Outcome outcome = interrupted(path, random.nextInt(20), random.nextInt(8_000_000));
            assertThat(outcome.still).isTrue();
            assertThat(outcome.ending).isIn(Ending.ASKED, Ending.IMAGES);
            assertThat(resume(path)).isEmpty();
            assertThat(numbers(path)).isEqualTo(whole);
        }
    }

    /** In a machine of its own: Java loads its fonts once, and forgets an interrupt when it does. */
    @Test
    void an_interrupt_before_the_first_step_counts_although_fonts_are_loaded_then() throws Exception {
        Path path = folder.resolve("first");
        int code = ChildProgram.start(Interrupted.class, folder.resolve("errors"), path.toString())
                .waitFor();
        assertThat(code).as(Files.readString(folder.resolve("errors"))).isZero();
        assertThat(Runs.newest(path).imagesSeen()).isZero();
    }

    /** Interrupts itself while it starts to train; ends with 0 where the training was asked to end by that. */
    static final class Interrupted {
        private Interrupted() {}

        public static void main(String[] arguments) throws IOException {
            try (Run run = Run.start(plan(), Path.of(arguments[0]), line -> {})) {
                Thread.currentThread().interrupt();
                Ending ending = run.train(new Listener() {});
                System.exit(ending == Ending.ASKED && Thread.currentThread().isInterrupted() ? 0 : 1);
            }
        }
    }

    /** @param still whether the thread was interrupted afterwards, too */
    private record Outcome(Ending ending, boolean still) {}

    /** Interrupts some nanoseconds after a step. */
    private static Outcome interrupted(Path path, int step, long nanos) throws Exception {
        CountDownLatch reached = new CountDownLatch(1), sent = new CountDownLatch(1);
        ExecutorService service = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome> running = service.submit(() -> {
                Ending ending;
                try (Run run = Run.start(plan(), path, line -> {})) {
                    if (step == 0) reached.countDown();
                    ending = run.train(new Listener() {
                        @Override
                        public void stepped(Training training, Step now) {
                            if (now.number() == step) reached.countDown();
                        }
                    });
                }
                boolean still = Thread.interrupted();
                sent.await();
                return new Outcome(ending, still || Thread.interrupted());
            });
            reached.await();
            long from = System.nanoTime();
            while (System.nanoTime() - from < nanos) Thread.onSpinWait();
            service.shutdownNow();
            sent.countDown();
            return running.get(60, TimeUnit.SECONDS);
        } finally {
            service.shutdownNow();
        }
    }

    @Test
    void an_interrupt_before_the_first_step_leaves_a_run_that_resumes() throws IOException {
        train(plan(), folder.resolve("whole"));
        Path path = folder.resolve("run");
        try (Run run = Run.start(plan(), path, line -> {})) {
            Thread.currentThread().interrupt();
            assertThat(run.train(new Listener() {})).isEqualTo(Ending.ASKED);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(resume(path)).isEmpty();
        assertThat(numbers(path)).isEqualTo(numbers(folder.resolve("whole")));
    }
}
