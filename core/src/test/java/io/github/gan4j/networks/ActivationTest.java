package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationTest {
    private static Activation read(String written) {
        return Settings.read(Activation.class, Yaml.value(written), "activation");
    }

    @Test
    void the_known_ones_have_words() {
        assertThat(Variants.of(Activation.class).words()).contains("leaky-relu", "relu", "softplus", "tanh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relu | 0 | 0 | 2",
                "leaky-relu | 0.2 | -0.4 | 2",
                "{leaky-relu: 0.1} | 0.1 | -0.2 | 2",
                "{leaky-relu: {slope: 0.1}} | 0.1 | -0.2 | 2",
                "tanh | 0 | -0.964028 | 0.964028",
                "softplus | 0 | 0.126928 | 2.126928",
            })
    void each_computes_what_its_name_says(String written, double slope, float atMinus2, float at2) {
        Activation activation = read(written);
        assertThat(activation.slope()).isEqualTo(slope);
        try (Network layer = activation.layer();
                Scope scope = new Scope()) {
            assertThat(layer.apply(Tensor.of(new float[] {-2, 2}, 2), Pass.TRAINING)
                            .toFloats())
                    .containsExactly(new float[] {atMinus2, at2}, within(1e-5f));
        }
    }

    @Test
    void a_slope_is_a_fraction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Activation.LeakyRelu(-0.1))
                .withMessage("slope must be between 0.0 and 1.0, got -0.1");
    }
}
