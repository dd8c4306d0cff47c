package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlatGradientTest {
    @Test
    void holds_the_last_gradient_by_each_input_and_zeros_by_one_without_influence() {
        try (Scope scope = new Scope()) {
            Tensor a = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2).withGradient();
            Tensor idle = Tensor.of(new float[] {5}, 1).withGradient();
            Tensor b = Tensor.of(new float[] {6}, 1).withGradient();
            Tensor other = Tensor.of(new float[] {7}, 1).withGradient();
            FlatGradient gradient = new FlatGradient(List.of(a, idle, b), Device.CPU);
            gradient.take(a.sum().times(b).times(other));
            assertThat(gradient.numbers().toFloats()).containsExactly(42, 42, 42, 42, 0, 70);
            gradient.take(a.squared().sum());
            assertThat(gradient.numbers().toFloats()).containsExactly(2, 4, 6, 8, 0, 0);
        }
    }

    @Test
    void a_number_made_without_gradients_is_refused() {
        try (Scope scope = new Scope()) {
            FlatGradient gradient = new FlatGradient(List.of(Tensor.zeros(1).withGradient()), Device.CPU);
            assertThatThrownBy(() -> gradient.take(Tensor.zeros(1).sum()))
                    .isInstanceOf(TensorException.class)
                    .hasMessageContaining("gradients");
        }
    }
}
