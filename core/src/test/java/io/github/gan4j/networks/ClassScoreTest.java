package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassScoreTest {
    @BeforeEach
    void seed() {
        Engine.seed(5);
    }

    @Test
    void its_score_is_the_logarithm_of_the_sum_of_the_exponentials_of_the_classes() {
        Linear perClass = new Linear(1, 3, false, Initialisation.constant(0));
        try (Network score = new ClassScore(perClass).allocate(Device.CPU);
                Scope scope = new Scope()) {
            score.learned().copyInPlace(Tensor.of(new float[] {0, 1, 2}, 3));
            Tensor features = Tensor.of(new float[] {1, 1000}, 2, 1);
            float[] scores = score.apply(features, Pass.SAMPLING).toFloats();
            assertThat((double) scores[0]).isCloseTo(Math.log(1 + Math.exp(1) + Math.exp(2)), within(1e-6));
            assertThat(scores[1]).as("without overflow").isEqualTo(2000f);
        }
    }

    @Test
    void a_normalised_row_has_the_length_that_is_learned_whatever_its_direction() {
        NormalisedLinear layer = new NormalisedLinear(4, 3, 2);
        try (Network network = layer.allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor unit = Tensor.of(new float[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1}, 4, 4);
            float[] rows = network.apply(unit, Pass.SAMPLING).toFloats();
            for (int output = 0; output < 3; output++) {
                double squares = 0;
                for (int input = 0; input < 4; input++) squares += rows[input * 3 + output] * rows[input * 3 + output];
                assertThat(Math.sqrt(squares)).isCloseTo(2, within(1e-5));
            }
        }
    }

    @Test
    void noise_is_there_in_training_only() {
        try (Network noise = new GaussianNoise(0.5).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor zeros = Tensor.zeros(100, 100);
            assertThat((double) noise.apply(zeros, Pass.TRAINING).deviation().value())
                    .isCloseTo(0.5, within(0.02));
            assertThat(noise.apply(zeros, Pass.SAMPLING).toFloats()).containsOnly(0);
        }
    }

    @Test
    void what_is_before_the_last_layer_and_that_layer_make_the_whole() {
        Blueprint wanted = Blueprints.with(Blueprints.image(16), new Labels(Labels.Place.CLASSIFY, 3), false);
        for (String family : new String[] {"perceptron", "noisy-perceptron", "dcgan"})
            try (Network network =
                            NetworkFamily.named(family).discriminator(wanted).allocate(Device.CPU);
                    Scope scope = new Scope()) {
                Tensor images = Tensor.gaussian(2, 3, 16, 16);
                Sequence layers = (Sequence) network;
                Tensor features = layers.beforeLast(images, Pass.SAMPLING);
                assertThat(layers.last()).isInstanceOf(ClassScore.class);
                assertThat(layers.last().apply(features, Pass.SAMPLING).toFloats())
                        .isEqualTo(network.apply(images, Pass.SAMPLING).toFloats());
            }
    }

    @Test
    void the_noisy_perceptron_is_told_no_class() {
        Blueprint told = Blueprints.with(Blueprints.image(16), new Labels(Labels.Place.INPUT, 3), false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoisyPerceptron.discriminator(told))
                .withMessage("noisy-perceptron has labels none or classify; use perceptron");
    }
}
