package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NormalisedLinearTest {
    @Test
    void a_row_has_the_length_that_is_learned_whatever_its_direction() {
        Engine.seed(5);
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
}
