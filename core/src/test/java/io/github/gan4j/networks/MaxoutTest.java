package io.github.gan4j.networks;

import static io.github.gan4j.networks.Architectures.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MaxoutTest {
    @Test
    void a_layer_is_the_largest_of_its_sums_and_only_that_one_has_a_slope() {
        try (Network maxout = new LinearMaxout(1, 2, 3, Initialisation.constant(0)).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor weights = maxout.parameters().get("sums.weight").tensor();
            weights.copyInPlace(Tensor.of(new float[] {1, 5, -2, -7, -3, -4}, 6, 1));
            Tensor input = Tensor.of(new float[] {2, -1}, 2, 1).withGradient();
            Tensor out = maxout.apply(input, Pass.TRAINING);
            assertThat(out.toFloats()).containsExactly(10, -6, 2, 7);
            assertThat(out.sum().gradientFor(input).toFloats()).containsExactly(5 - 3, -2 - 7);
        }
    }

    @Test
    void biases_are_only_where_no_normalisation_follows() {
        SampleShape point = SampleShape.point(2);
        assertThat(Architectures.made(point, "maxout").parameters().keySet().stream()
                        .filter(name -> name.endsWith("bias")))
                .hasSize(1);
        assertThat(outputs(Architectures.judged(point, "maxout"), 2)).containsExactly("[12]", "[8]", "[1]");
    }
}
