package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The players of published benchmarks. */
class BenchmarkPlayersTest {
    private static List<String> outputs(Network network, long... input) {
        return network.summary(input).layers().stream()
                .map(layer -> Arrays.toString(layer.output()))
                .toList();
    }

    @Test
    void maxout_is_the_largest_of_its_sums_and_only_that_one_has_a_slope() {
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
    void pacgan_has_biases_only_where_no_normalisation_follows() {
        Blueprint wanted = Blueprints.of(new SampleShape.Point(2));
        assertThat(Maxout.generator(wanted).parameters().keySet().stream().filter(name -> name.endsWith("bias")))
                .hasSize(1);
        assertThat(outputs(Maxout.discriminator(wanted), 2)).containsExactly("[12]", "[8]", "[1]");
    }

    @Test
    void unrolled_gan_has_the_published_layers() {
        Blueprint wanted = Blueprints.image(28);
        assertThat(outputs(Unrolled.generator(wanted), 10))
                .containsSubsequence("[32, 4, 4]", "[16, 7, 7]", "[8, 14, 14]", "[4, 28, 28]", "[3, 28, 28]");
        assertThat(outputs(Unrolled.discriminator(wanted), 3, 28, 28))
                .containsSubsequence("[4, 14, 14]", "[8, 7, 7]", "[16, 4, 4]", "[1]");
    }

    @Test
    void they_refuse_what_they_cannot_make() {
        assertThatThrownBy(() -> Unrolled.generator(Blueprints.of(new SampleShape.Point(2))))
                .hasMessage("unrolled makes images, not points of 2 numbers; use perceptron");
    }
}
