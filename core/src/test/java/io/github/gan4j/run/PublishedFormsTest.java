package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.game.Generator;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Reals;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What published programs do that gan4j does not do by itself. */
class PublishedFormsTest {
    @TempDir
    Path folder;

    private static Plan twiceFromTheSameLatents() {
        return Draft.of(Plans.images())
                .set("data.size=28")
                .set("generator.network={full-convolution: {width: 1}}")
                .set("discriminator.network={full-convolution: {width: 1}}")
                .set("generator.input.reuse=true")
                .set("referee={repeat: {discriminator: 1, generator: 2}}")
                .set("stop={images: 96}")
                .plan();
    }

    @Test
    void a_run_of_dropout_and_latents_used_again_resumes_to_the_same_bits() throws IOException {
        train(folder.resolve("whole"), 6);
        train(folder.resolve("run"), 3);
        try (Run run = Run.resume(folder.resolve("run"), Optional.empty(), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(Runs.numbers(folder.resolve("run"))).isEqualTo(Runs.numbers(folder.resolve("whole")));
    }

    private static void train(Path path, int steps) throws IOException {
        try (Run run = Run.start(twiceFromTheSameLatents(), path, line -> {})) {
            run.train(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    assertThat(step.turns()).hasSize(3);
                    if (step.number() == steps) run.stop();
                }
            });
        }
    }

    @Test
    void a_generator_makes_the_same_in_every_turn_of_a_step() throws IOException {
        try (Run run = Run.start(
                        Plans.with(Plans.line(), "generator.input.reuse=true"), folder.resolve("run"), line -> {});
                Scope scope = new Scope()) {
            Generator generator = run.training().game().generators().players().get(0);
            Reals reals = Reals.of(Tensor.zeros(3, 1));
            float[] first = generator.imitate(reals, at(5)).toFloats();
            assertThat(generator.imitate(reals, at(5)).toFloats()).containsExactly(first);
            assertThat(generator.imitate(reals, at(6)).toFloats()).isNotEqualTo(first);
        }
    }

    private static Moment at(long step) {
        return new Moment(step, 64 * step, Device.CPU);
    }
}
