package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands at the end of discriminators beside their score. */
class ClosingTest {
    private static MinibatchDiscrimination.Kernels kernels(boolean self) {
        return new MinibatchDiscrimination.Kernels(2, 2, self, 0.5);
    }

    /** One feature x; the points of kernel 1 are (x, 0), those of kernel 2 (0, 2x). */
    private static float[] alike(boolean self, float... batch) {
        try (Network layer = new MinibatchDiscrimination(1, kernels(self)).allocate(Device.CPU);
                Scope scope = new Scope()) {
            layer.learned().copyInPlace(Tensor.of(new float[] {1, 0, 0, 2}, 4));
            return layer.apply(Tensor.of(batch, batch.length, 1), Pass.TRAINING).toFloats();
        }
    }

    @Test
    void each_kernel_counts_how_many_of_a_batch_are_alike_as_published() {
        // differences of 0, 1 and 3: e^-1 = 0.367879, e^-3 = 0.049787, e^-2 = 0.135335, e^-6 = 0.002479, e^-4 =
        // 0.018316
        float[] found = alike(true, 0, 1, 3);
        double[] byHand = {
            0, 1 + 0.367879 + 0.049787, 1 + 0.135335 + 0.002479,
            1, 1 + 0.367879 + 0.135335, 1 + 0.135335 + 0.018316,
            3, 1 + 0.049787 + 0.135335, 1 + 0.002479 + 0.018316
        };
        for (int i = 0; i < byHand.length; i++) assertThat((double) found[i]).isCloseTo(byHand[i], within(1e-5));
    }

    @Test
    void the_likeness_to_oneself_can_be_left_out() {
        assertThat(alike(false, 7)).containsExactly(7, 0, 0);
        assertThat(alike(false, 5, 5, 5)).containsExactly(5, 2, 2, 5, 2, 2, 5, 2, 2);
        assertThat(alike(true, 5, 5, 5)).containsExactly(5, 3, 3, 5, 3, 3, 5, 3, 3);
    }

    @Test
    void slopes_are_those_of_finite_differences() {
        Engine.seed(11);
        Initialisation wide = Initialisation.normal(0.7);
        for (Network layers : List.of(
                new Sequence(List.of(new MinibatchDiscrimination(4, kernels(true)), new Linear(6, 2, wide))),
                new OriginScore(new Linear(4, 1, wide), 4, 3, wide)))
            try (Network network = layers.allocate(Device.CPU);
                    Scope scope = new Scope()) {
                FiniteDifferences.compare(network, Tensor.gaussian(3, 4), Pass.TRAINING);
            }
    }

    /** Penalties on slopes need it. */
    @Test
    void the_slope_of_the_comparison_has_a_slope() {
        try (Network layer = new MinibatchDiscrimination(1, kernels(true)).allocate(Device.CPU);
                Scope scope = new Scope()) {
            layer.learned().copyInPlace(Tensor.of(new float[] {1, 0, 0, 0}, 4));
            Tensor batch = Tensor.of(new float[] {0, 1}, 2, 1).withGradient();
            Tensor slope =
                    layer.apply(batch, Pass.TRAINING).narrowed(1, 1, 1).sum().gradientFor(batch);
            // f = 2 (1 + e^-d) + const of d = x1 - x0: slopes 2 e^-d and -2 e^-d
            assertThat(slope.toFloats()[0]).isCloseTo(0.735759f, within(1e-5f));
            float[] second = slope.narrowed(0, 0, 1).sum().gradientFor(batch).toFloats();
            assertThat(second[0]).isCloseTo(0.735759f, within(1e-5f));
            assertThat(second[1]).isCloseTo(-0.735759f, within(1e-5f));
        }
    }

    static Stream<NetworkFamily> scoring() {
        return Stream.of(
                        "perceptron",
                        "dcgan",
                        "upscale",
                        "residual",
                        "dcgan-mnist",
                        "full-convolution",
                        "maxout",
                        "unrolled")
                .map(NetworkFamily::named);
    }

    @ParameterizedTest
    @MethodSource("scoring")
    void a_discriminator_can_compare_and_tell_generators_apart(NetworkFamily family) {
        Closing all = new Closing(true, Optional.of(new MinibatchDiscrimination.Kernels(3, 2, true, 0.02)), 4);
        Blueprint wanted = Blueprints.with(Blueprints.image(28), all);
        try (Network network = family.discriminator(wanted).allocate(Device.CPU);
                Scope scope = new Scope()) {
            assertThat(network.summary(3, 28, 28).shape()).containsExactly(1);
            Tensor images = Tensor.gaussian(2, 3, 28, 28);
            assertThat(network.apply(images, Pass.TRAINING).shape()).containsExactly(2, 1);
            Sequence layers = (Sequence) network;
            OriginScore last = (OriginScore) layers.last();
            Tensor features = layers.beforeLast(images, Pass.TRAINING);
            assertThat(last.origins(features, Pass.TRAINING).shape()).containsExactly(2, 4);
        }
    }

    @Test
    void families_with_an_end_of_their_own_and_batches_beyond_memory_are_refused() {
        Closing compared = new Closing(false, Optional.of(kernels(true)), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkFamily.named("noisy-perceptron")
                        .discriminator(Blueprints.with(Blueprints.image(28), compared)))
                .withMessage("noisy-perceptron has no minibatch discrimination; use perceptron or dcgan");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkFamily.named("noisy-perceptron")
                        .discriminator(Blueprints.with(Blueprints.image(28), new Closing(false, Optional.empty(), 2))))
                .withMessage("noisy-perceptron tells no generators apart; use perceptron or dcgan");
        try (Network layer = new MinibatchDiscrimination(1, new MinibatchDiscrimination.Kernels(1024, 256, true, 1))
                        .allocate(Device.CPU);
                Scope scope = new Scope()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.apply(Tensor.zeros(64, 1), Pass.TRAINING))
                    .withMessage(
                            "minibatch discrimination of 1024 kernels of 256 numbers is too large for a batch of 64;"
                                    + " take fewer of any");
        }
    }
}
