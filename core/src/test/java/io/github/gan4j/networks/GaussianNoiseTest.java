package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GaussianNoiseTest {
    @Test
    void noise_is_there_in_training_only() {
        Engine.seed(5);
        try (Network noise = new GaussianNoise(0.5).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor zeros = Tensor.zeros(100, 100);
            assertThat((double) noise.apply(zeros, Pass.TRAINING).deviation().value())
                    .isCloseTo(0.5, within(0.02));
            assertThat(noise.apply(zeros, Pass.SAMPLING).toFloats()).containsOnly(0);
        }
    }
}
