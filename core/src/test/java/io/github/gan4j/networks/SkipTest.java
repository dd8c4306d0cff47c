package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.LATENTS;
import static io.github.gan4j.networks.Architectures.generator;
import static io.github.gan4j.networks.Architectures.image;
import static io.github.gan4j.networks.Architectures.made;
import static io.github.gan4j.networks.Architectures.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.numbers.Statistics;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkipTest {
    private static final int CLASSES = 3;

    @BeforeEach
    void seed() {
        Engine.seed(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void slopes_of_the_generator_are_those_of_finite_differences(boolean modulation) {
        Skip.Generator wanted = new Skip.Generator(
                1,
                2,
                Normalisation.NONE,
                modulation,
                new Activation.Tanh(),
                Output.LINEAR,
                Initialisation.normal(0.3),
                Labels.INPUT);
        try (Network network = wanted.network(new GeneratorTask(2, SampleShape.image(1, 16, 16), 1, CLASSES))
                        .allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor classes = Tensor.ofClasses(new int[] {0, 2, 1}).oneHot(CLASSES);
            FiniteDifferences.compare(network, Tensor.gaussian(3, 2), Pass.TRAINING.withLabels(Optional.of(classes)));
        }
    }

    @Test
    void channels_double_at_every_halving_up_to_a_limit() {
        assertThat(outputs(made(image(256), "skip", "width: 64", "coarsest: 4"), LATENTS))
                .containsSubsequence("[512, 4, 4]", "[512, 8, 8]", "[512, 16, 16]", "[256, 32, 32]", "[128, 64, 64]");
    }

    @Test
    void latents_that_modulate_cost_parameters() {
        assertThat(made(image(64), "skip", "modulation: true").learnedCount())
                .isGreaterThan(made(image(64), "skip", "modulation: false").learnedCount());
    }

    /** With unscaled weights it takes a step or two until tanh is flat everywhere and nothing is learned any more. */
    @Test
    void a_few_steps_of_a_high_rate_leave_the_output_in_the_range_of_tanh() {
        Skip.Generator wanted = (Skip.Generator) generator("skip", "width: 32", "coarsest: 4", "output: linear");
        try (Network network = wanted.network(new GeneratorTask(LATENTS, SampleShape.image(3, 64, 64)))
                        .allocate(Device.CPU);
                Adam adam = new Adam(network.learnedCount(), Device.CPU, 0.5, 0.999, 1e-8)) {
            for (int step = 0; step < 5; step++)
                try (Scope scope = new Scope()) {
                    Tensor darkness = network.apply(Tensor.gaussian(8, LATENTS), Pass.TRAINING)
                            .mean()
                            .negated();
                    adam.step(network.learned(), network.gradient(darkness), 2e-3);
                }
            try (Scope scope = new Scope()) {
                Tensor images = network.apply(Tensor.gaussian(8, LATENTS), Pass.TRAINING);
                assertThat(images.mean().value()).isBetween(0.05f, 1.5f);
            }
        }
    }

    /** A strided layer has weights of its own for each of the four pixels of a square, so that these differ in every image. */
    @Test
    void an_untrained_generator_draws_no_grid() {
        assertThat(grid("skip")).isLessThan(0.02);
        assertThat(grid("dcgan")).isGreaterThan(0.1);
    }

    /** How far the means of the four pixels of 2x2 squares are apart, in units of the deviation of all pixels. */
    private static double grid(String kind) {
        int side = 32, count = 64;
        try (Network network = generator(kind, "width: 16")
                        .network(new GeneratorTask(LATENTS, SampleShape.image(1, side, side)))
                        .allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor images = network.apply(Tensor.gaussian(count, LATENTS), Pass.TRAINING);
            float[] pixels = images.toFloats();
            double[] means = new double[4];
            for (int i = 0; i < pixels.length; i++)
                means[i / side % 2 * 2 + i % 2] += pixels[i] / (pixels.length / 4.0);
            return Statistics.deviation(means) / images.deviation().value();
        }
    }
}
