package io.github.gan4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Sgd;
import io.github.gan4j.tensor.Tensor;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static Network digits(int latents, int width) {
        return new Dcgan.Generator(width, 4, Normalisation.BATCH)
                .network(new GeneratorTask(latents, SampleShape.image(1, 28, 28)));
    }

    private static Network doubling() {
        return new Sequence(List.of(new Linear(2, 1, Initialisation.constant(2))));
    }

    @Test
    void a_step_on_the_flat_weights_moves_every_parameter_and_the_output() {
        try (Network network = doubling().allocate(Device.CPU);
                Sgd optimizer = new Sgd(3, Device.CPU, 0, false);
                Scope scope = new Scope()) {
            Tensor ones = Tensor.filled(1, 1, 2);
            assertThat(network.apply(ones, Pass.TRAINING).value()).isEqualTo(4);
            optimizer.step(network.learned(), Tensor.of(new float[] {-1, -2, -3}, 3), 1);
            assertThat(network.parameters().get("0.weight").tensor().toFloats()).containsExactly(3, 4);
            assertThat(network.parameters().get("0.bias").tensor().toFloats()).containsExactly(3);
            assertThat(network.apply(ones, Pass.TRAINING).value()).isEqualTo(10);
        }
    }

    @Test
    void overwriting_one_parameter_changes_the_flat_weights() {
        try (Network network = doubling().allocate(Device.CPU);
                Scope scope = new Scope()) {
            network.parameters().get("0.bias").tensor().copyInPlace(Tensor.filled(9, 1));
            assertThat(network.learned().toFloats()).containsExactly(2, 2, 9);
        }
    }

    @Test
    void gradients_arrive_in_the_order_of_the_flat_weights() {
        try (Network network = doubling().allocate(Device.CPU);
                Scope scope = new Scope()) {
            List<Tensor> gradients = Gradients.of(
                    network.apply(Tensor.of(new float[] {5, 7}, 1, 2), Pass.TRAINING)
                            .sum(),
                    network.learnedTensors());
            assertThat(gradients.get(0).toFloats()).containsExactly(5, 7);
            assertThat(gradients.get(1).toFloats()).containsExactly(1);
        }
    }

    @Test
    void closing_gives_all_memory_back() {
        long before = Pointer.totalCount();
        Network network = digits(8, 4).allocate(Device.CPU);
        assertThat(Pointer.totalCount()).isGreaterThan(before);
        network.close();
        network.close();
        assertThat(Pointer.totalCount()).isEqualTo(before);
        assertThatThrownBy(network::learned)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this network has no memory: allocate it first");
    }

    @Test
    void memory_is_given_once_and_only_when_asked_for() {
        Network network = doubling();
        assertThatThrownBy(() -> network.parameters().get("0.weight").tensor())
                .hasMessage("a parameter of shape [1, 2] has no memory: allocate its network first");
        try (network) {
            network.allocate(Device.CPU);
            assertThatThrownBy(() -> network.allocate(Device.CPU))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this network is allocated already");
        }
    }

    @Test
    void a_network_can_be_allocated_again_after_it_was_closed() {
        try (Network network = doubling()) {
            network.allocate(Device.CPU).close();
            network.allocate(Device.CPU);
            assertThat(network.learned().toFloats()).containsExactly(2, 2, 0);
        }
    }

    @Test
    void statistics_are_kept_apart_and_move_in_training_only() {
        try (Network network = new Sequence(List.of(new BatchNormalisation(1))).allocate(Device.CPU);
                Scope scope = new Scope()) {
            assertThat(network.learnedCount()).isEqualTo(2);
            assertThat(network.statistics().toFloats()).containsExactly(0, 1);
            Tensor batch = Tensor.of(new float[] {1, 3}, 2, 1);
            network.apply(batch, Pass.SAMPLING);
            assertThat(network.statistics().toFloats()).containsExactly(0, 1);
            network.apply(batch, Pass.TRAINING);
            assertThat(network.statistics().toFloats()).containsExactly(new float[] {0.2f, 1.1f}, within(1e-6f));
        }
    }

    @Test
    void a_residual_block_starts_as_the_identity_and_can_learn() {
        try (Network block = new Sequence(List.of(new ResidualBlock(8, 16, 4))).allocate(Device.CPU);
                Scope scope = new Scope()) {
            Tensor input = Tensor.gaussian(2, 8, 4, 4);
            Tensor out = block.apply(input, Pass.TRAINING);
            assertThat(out.toFloats()).containsExactly(input.toFloats());
            List<Tensor> gradients = Gradients.of(out.squared().mean(), block.learnedTensors());
            assertThat(gradients.get(gradients.size() - 1).norm().value()).isPositive();
        }
    }

    @Test
    void a_summary_is_a_table_with_a_total() {
        String table = digits(100, 16).summary(100).table();
        assertThat(table.lines())
                .hasSize(11)
                .last()
                .asString()
                .startsWith("total")
                .contains("165,344");
        assertThat(table).contains("linear").contains("32x7x7").contains("transposed convolution 4x4, stride 2");
    }
}
