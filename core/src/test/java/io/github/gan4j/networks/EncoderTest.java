package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.computed;
import static io.github.gan4j.networks.Architectures.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderTest {
    private static Encoder encoder(String settings) {
        return Settings.read(Encoder.class, Yaml.tree(settings, "encoder"));
    }

    @ParameterizedTest
    @CsvSource({"16, 4", "28, 4", "28, 5", "36, 4", "64, 5"})
    void images_become_codes(int size, int kernel) {
        Network network = encoder("{width: 4, kernel: %d}".formatted(kernel)).network(image(size), 7, false);
        assertThat(computed(network, 3, size, size)).containsExactly(7);
    }

    @Test
    void its_first_layer_is_not_normalised_and_every_layer_but_the_last_may_go_without_a_bias() {
        Network network = encoder("{width: 4, coarsest: 4}").network(image(28), 7, false);
        assertThat(network.parameters().keySet().stream().filter(name -> name.endsWith("scale")))
                .hasSize(2);
        assertThat(network.parameters().keySet().stream().filter(name -> name.endsWith("bias")))
                .hasSize(1);
        Network biased = encoder("{width: 4, coarsest: 4, biases: true}").network(image(28), 7, false);
        assertThat(biased.parameters().keySet().stream().filter(name -> name.endsWith("bias")))
                .hasSize(4);
    }

    @Test
    void codes_keep_within_bounds_where_latents_do() {
        Encoder wide = encoder("{width: 4, initialisation: {normal: 1}}");
        assertThat(most(wide.network(image(16), 7, true))).isLessThanOrEqualTo(1);
        assertThat(most(wide.network(image(16), 7, false))).isGreaterThan(1);
    }

    private static float most(Network network) {
        try (network;
                Scope scope = new Scope()) {
            network.allocate(Device.CPU);
            float most = 0;
            for (float code :
                    network.apply(Tensor.gaussian(4, 3, 16, 16), Pass.TRAINING).toFloats())
                most = Math.max(most, Math.abs(code));
            return most;
        }
    }

    @Test
    void what_it_cannot_encode_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder("width: 4").network(SampleShape.point(2), 7, false))
                .withMessage("an encoder is for images, not for a point of 2; use perceptron");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder("width: 0"))
                .withMessage("width must be between 1 and 4096, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder("kernel: 6"))
                .withMessage("kernel must be between 4 and 5, got 6");
    }
}
