package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of all that a game of several players can be given at once. */
class TeamsRunTest {
    @TempDir
    Path folder;

    private static Plan everything() {
        return Draft.of(Plans.line())
                .set("generator.network.hidden=[8]")
                .set("discriminator.network.hidden=[8]")
                .set("discriminator.network.minibatch={kernels: 2, dims: 2}")
                .set("generator.team={count: 2, batches: separate}")
                .set("generator.optimizer.historicalAveraging=0.1")
                .set("discriminator.team={count: 3, weighting: softmax, batches: separate}")
                .set("objective=non-saturating")
                .set("generator.loss={classification: 0.1, topK: 0.5, unrolled: {steps: 2}}")
                .set("referee=pace")
                .set("batchSize=24")
                .set("stop.images=720")
                .set("record.events={images: 1000000}")
                .set("record.pictures={images: 1000000}")
                .set("record.checkpoints={images: 1000000}")
                .plan();
    }

    private void train(String name, int steps, Listener watch) throws IOException {
        try (Run run = Run.start(everything(), folder.resolve(name), line -> {})) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) throws IOException {
                    watch.stepped(training, step);
                    if (step.number() == steps) run.stop();
                }
            });
        }
    }

    @Test
    void a_run_that_is_stopped_and_resumed_ends_with_the_same_bits() throws IOException {
        train("whole", 30, new Listener() {});
        train("run", 7, new Listener() {});
        try (Run run = Run.resume(folder.resolve("run"), Optional.empty(), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(Runs.numbers(folder.resolve("run"))).isEqualTo(Runs.numbers(folder.resolve("whole")));
    }

    @Test
    void no_step_adds_a_native_object() throws IOException {
        List<Long> counts = new ArrayList<>();
        train("run", 30, new Listener() {
            @Override
            public void stepped(Training training, Step step) {
                if (step.number() > 5) counts.add(Pointer.totalCount());
            }
        });
        for (int i = 1; i < counts.size(); i++) assertThat(counts.get(i)).isLessThanOrEqualTo(counts.get(i - 1));
    }
}
