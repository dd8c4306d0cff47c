package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"perceptron", "noisy-perceptron", "dcgan", "residual"})
    void what_is_before_the_last_layer_and_that_layer_make_the_whole(String kind) {
        DiscriminatorArchitecture wanted = Architectures.discriminator(kind, "labels: classify");
        try (Network network = wanted.network(new DiscriminatorTask(Architectures.image(16), 3, 0))
                        .allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(2, 3, 16, 16);
            Sequence layers = (Sequence) network;
            Tensor features = layers.beforeLast(images, Pass.SAMPLING);
            assertThat(layers.last()).isInstanceOf(ClassScore.class);
            assertThat(((ClassScore) layers.last())
                            .classScores(features, Pass.SAMPLING)
                            .shape())
                    .containsExactly(2, 3);
            assertThat(layers.last().apply(features, Pass.SAMPLING).toFloats())
                    .isEqualTo(network.apply(images, Pass.SAMPLING).toFloats());
        }
    }
}
