package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitialisationTest {
    /** For 200 numbers in and 300 out. */
    static Stream<Arguments> deviations() {
        return Stream.of(
                Arguments.of(Initialisation.normal(0.02), 0.02),
                Arguments.of(Initialisation.normal(1, 0.02), 0.02),
                Arguments.of(Initialisation.he(0), 0.1),
                Arguments.of(Initialisation.he(0.2), 0.098058),
                Arguments.of(Initialisation.he(1), 0.070711),
                Arguments.of(new Initialisation.He(), 0.1),
                Arguments.of(new Initialisation.He().before(new Activation.LeakyRelu(0.2)), 0.098058),
                Arguments.of(new Initialisation.He().before(new Activation.Relu()), 0.1),
                Arguments.of(new Initialisation.HeSpread().before(new Activation.LeakyRelu(1)), 0.070711),
                Arguments.of(new Initialisation.Normal(0.5).before(new Activation.LeakyRelu(1)), 0.5),
                Arguments.of(new Initialisation.Xavier(), 0.063246),
                Arguments.of(Initialisation.normal(0.02).scaled(3), 0.06),
                Arguments.of(Initialisation.constant(3), 0.0));
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void draws_with_its_deviation(Initialisation initialisation, double deviation) {
        Engine.seed(3);
        try (Scope scope = new Scope()) {
            Tensor values = initialisation.make(new long[] {300, 200}, 200, 300);
            assertThat((double) values.deviation().value()).isCloseTo(deviation, within(0.01 * deviation + 1e-9));
        }
    }

    @Test
    void he_spread_moves_the_biases_alone() {
        Engine.seed(3);
        Linear spread = new Linear(8, 2000, new Initialisation.HeSpread());
        Linear plain = new Linear(8, 2000, new Initialisation.He());
        try (Network wide = spread.allocate(Device.CPU);
                Network usual = plain.allocate(Device.CPU);
                Scope scope = new Scope()) {
            Map<String, Parameter> found = wide.parameters();
            assertThat((double) found.get("bias").tensor().deviation().value()).isCloseTo(0.5, within(0.03));
            assertThat((double) found.get("weight").tensor().deviation().value())
                    .isCloseTo(0.5, within(0.01));
            assertThat((double)
                            usual.parameters().get("bias").tensor().deviation().value())
                    .isZero();
        }
    }

    @Test
    void spread_biases_stay_whatever_activation_follows() {
        Engine.seed(3);
        try (Scope scope = new Scope()) {
            for (Initialisation initialisation :
                    List.of(new Initialisation.HeSpread(), new Initialisation.HeSpread().before(new Activation.Relu())))
                assertThat((double) initialisation
                                .biases()
                                .make(new long[] {2000}, 8, 2000)
                                .deviation()
                                .value())
                        .isCloseTo(0.5, within(0.03));
        }
    }

    @Test
    void the_known_ones_have_words() {
        assertThat(Variants.of(Initialisation.class).words()).contains("he", "he-spread", "normal", "xavier");
        assertThat(Settings.read(Initialisation.class, Yaml.value("normal"), "initialisation"))
                .isEqualTo(new Initialisation.Normal(0.02));
    }

    @Test
    void dcgan_starts_from_its_papers_numbers() {
        Engine.seed(3);
        GeneratorTask photographs = new GeneratorTask(100, Architectures.image(64));
        try (Network network = new Dcgan.Generator(64, 4, Normalisation.BATCH)
                        .network(photographs)
                        .allocate(Device.CPU);
                Scope scope = new Scope()) {
            network.parameters().forEach((name, parameter) -> {
                if (!parameter.learned()) return;
                Tensor values = parameter.tensor();
                double mean = name.endsWith("scale") ? 1 : 0;
                double deviation = name.endsWith("offset") ? 0 : 0.02;
                assertThat((double) values.mean().value()).as(name).isCloseTo(mean, within(0.01));
                assertThat((double) values.deviation().value()).as(name).isCloseTo(deviation, within(0.005));
            });
        }
    }

    @Test
    void he_keeps_the_size_of_signals_through_a_strided_transposed_convolution() {
        Engine.seed(3);
        try (Network layer = new Sequence(
                                List.of(new TransposedConvolution(64, 64, 4, 2, 1, 0, true, Initialisation.he(1))))
                        .allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor out = layer.apply(Tensor.gaussian(4, 64, 8, 8), Pass.TRAINING);
            assertThat((double) out.deviation().value()).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void residual_networks_start_with_scores_and_images_of_ordinary_size() {
        Engine.seed(3);
        SampleShape image = Architectures.image(32);
        try (Network generator = Architectures.made(image, "residual").allocate(Device.CPU);
                Network discriminator = Architectures.judged(image, "residual").allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor images = generator.apply(Tensor.gaussian(32, Architectures.LATENTS), Pass.TRAINING);
            assertThat((double) images.deviation().value()).isBetween(0.1, 2.0);
            Tensor scores = discriminator.apply(Tensor.gaussian(32, 3, 32, 32), Pass.TRAINING);
            assertThat((double) scores.deviation().value()).isBetween(0.1, 3.0);
        }
    }
}
