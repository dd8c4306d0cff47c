package io.github.gan4j.run;

import static io.github.gan4j.run.Runs.numbers;
import static io.github.gan4j.run.Runs.resume;
import static io.github.gan4j.run.Runs.train;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's program that ends while it trains: the training is stopped first, with its checkpoint. */
class ExitTest {
    @TempDir
    Path folder;

    @Test
    void the_machine_ends_after_the_training_has() throws Exception {
        train(Program.plan(), folder.resolve("whole"));
        for (String how : new String[] {"exit", "exit-in-training"}) {
            Path path = folder.resolve(how);
            assertThat(ended(how, path)).isEqualTo(3);
            assertThat(Runs.newest(path).imagesSeen()).isPositive();
            assertThat(resume(path)).isEmpty();
            assertThat(numbers(path)).isEqualTo(numbers(folder.resolve("whole")));
        }
    }

    private int ended(String how, Path path) throws Exception {
        return ChildProgram.start(Program.class, folder.resolve("errors"), how, path.toString())
                .waitFor();
    }

    /** Trains on a thread of its own and exits from the main thread, or from the training's own. */
    static final class Program {
        private Program() {}

        static Plan plan() {
            return Plans.with(Plans.line(), "record.checkpoints={images: 0, seconds: 3600}");
        }

        public static void main(String[] arguments) throws Exception {
            boolean inside = arguments[0].equals("exit-in-training");
            Thread training = new Thread(() -> train(Path.of(arguments[1]), inside));
            training.start();
            training.join();
        }

        private static void train(Path path, boolean inside) {
            try (Run run = Run.start(plan(), path, line -> {})) {
                run.train(new Listener() {
                    @Override
                    public void stepped(Training training, Step step) throws IOException {
                        if (step.number() != 5) return;
                        if (inside) run.checkpoint();
                        if (inside) System.exit(3);
                        new Thread(() -> System.exit(3)).start();
                    }
                });
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
