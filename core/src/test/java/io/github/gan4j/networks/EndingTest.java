package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands at the end of discriminators beside their score. */
class EndingTest {
    private static final String KERNELS = "minibatch: {kernels: 3, dims: 2}";

    static Stream<String> scoring() {
        return Architectures.discriminators().filter(kind -> !List.of("noisy-perceptron", "patchwise", "srez")
                .contains(kind));
    }

    @ParameterizedTest
    @MethodSource("scoring")
    void a_discriminator_can_compare_and_tell_generators_apart(String kind) {
        DiscriminatorArchitecture wanted = Architectures.discriminator(kind, "minibatchDeviation: true", KERNELS);
        assertThat(wanted.comparing()).isTrue();
        try (Network network =
                        wanted.network(new DiscriminatorTask(image(28), 0, 4)).allocate(Device.CPU);
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

    static Stream<String> comparing() {
        return Architectures.discriminators().filter(kind -> !kind.equals("srez"));
    }

    @ParameterizedTest
    @MethodSource("comparing")
    void a_sample_is_judged_by_the_rest_of_its_batch_where_that_is_wanted(String kind) {
        assertThat(Architectures.discriminator(kind).comparing()).isFalse();
        assertThat(Architectures.discriminator(kind, "minibatchDeviation: true").comparing())
                .isTrue();
        assertThat(alone(kind)).isEqualTo(beside(kind));
        assertThat(alone(kind, "minibatchDeviation: true")).isNotEqualTo(beside(kind, "minibatchDeviation: true"));
    }

    private static float alone(String kind, String... settings) {
        return judged(kind, 1, settings);
    }

    private static float beside(String kind, String... settings) {
        return judged(kind, 9, settings);
    }

    /** The score of an image of ones beside an image of other numbers. */
    private static float judged(String kind, double other, String... settings) {
        Engine.seed(2);
        try (Network network = Architectures.judged(image(28), kind, settings).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor images =
                    Tensor.concatenated(List.of(Tensor.filled(1, 1, 3, 28, 28), Tensor.filled(other, 1, 3, 28, 28)), 0);
            return network.apply(images, Pass.SAMPLING).toFloats()[0];
        }
    }

    @Test
    void discriminators_with_an_end_of_their_own_have_no_kernels_and_tell_no_generators_apart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Architectures.discriminator("noisy-perceptron", KERNELS))
                .withMessageStartingWith("unknown key 'minibatch' in network; known keys: hidden, activation, labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Architectures.discriminator("noisy-perceptron").network(new DiscriminatorTask(image(28), 0, 2)))
                .withMessage("noisy-perceptron cannot tell generators apart; use perceptron or dcgan");
    }
}
