package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MinibatchDeviationTest {
    @Test
    void a_batch_that_is_all_alike_shows() {
        try (Network compared = new MinibatchDeviation().allocate(Device.CPU);
                Scope scope = new Scope()) {
            float[] values = compared.apply(Tensor.of(new float[] {1, 5, 3, 5}, 2, 2), Pass.TRAINING)
                    .toFloats();
            // deviations 1 and 0 (a hair more), 0.5 on average
            assertThat(values[2]).isEqualTo(values[5]).isCloseTo(0.5f, within(1e-3f));
            assertThat(compared.apply(Tensor.filled(4, 2, 3, 2, 2), Pass.TRAINING)
                            .shape())
                    .containsExactly(2, 4, 2, 2);
        }
    }
}
