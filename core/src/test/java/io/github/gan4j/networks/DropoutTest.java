package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DropoutTest {
    @Test
    void a_share_is_left_out_in_training_only() {
        Engine.seed(3);
        try (Network dropout = new Dropout(0.25).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor ones = Tensor.filled(1, 100, 100);
            float[] left = dropout.apply(ones, Pass.TRAINING).toFloats();
            int out = 0;
            for (float number : left) {
                if (number == 0) out++;
                else assertThat(number).isEqualTo(1 / 0.75f);
            }
            assertThat(out).isBetween(2300, 2700);
            assertThat(dropout.apply(ones, Pass.SAMPLING)).isSameAs(ones);
        }
    }

    @Test
    void all_cannot_be_left_out() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dropout(1))
                .withMessage("dropout must be at least 0 and below 1, got 1.0");
    }
}
