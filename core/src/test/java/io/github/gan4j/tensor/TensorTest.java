package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TensorTest {
    private Scope scope;

    @BeforeEach
    void open() {
        scope = new Scope();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private static Tensor counting(long... shape) {
        int count = 1;
        for (long size : shape) count *= (int) size;
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = i + 1;
        return Tensor.of(values, shape);
    }

    @Test
    void a_convolution_in_groups_sees_only_its_own_channels() {
        Tensor weight = Tensor.of(new float[] {1, 10, 100, 1000, 1, 1, 1, 1}, 2, 1, 2, 2);
        Tensor bias = Tensor.of(new float[] {0.5f, -1}, 2);
        Tensor out = counting(1, 2, 2, 2).convolved(weight, List.of(bias), 1, 0, 2);
        assertThat(out.shape()).containsExactly(1, 2, 1, 1);
        assertThat(out.toFloats()).containsExactly(4321.5f, 25);
    }

    @Test
    void a_convolution_takes_stride_and_padding_as_given() {
        Tensor ones = Tensor.filled(1, 1, 1, 3, 3);
        // 3x3 of 1..9, padded by one: the four corners' neighbourhoods
        assertThat(counting(1, 1, 3, 3).convolved(ones, List.of(), 2, 1, 1).toFloats())
                .containsExactly(12, 16, 24, 28);
    }

    @Test
    void a_transposed_convolution_takes_stride_padding_and_extra_as_given() {
        Tensor input = Tensor.of(new float[] {1, 10}, 1, 1, 1, 2);
        Tensor kernel = Tensor.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
        assertThat(input.convolvedTransposed(kernel, List.of(), 2, 0, 0).toFloats())
                .containsExactly(1, 2, 10, 20, 3, 4, 30, 40);
        Tensor more = input.convolvedTransposed(kernel, List.of(), 2, 0, 1);
        assertThat(more.shape()).containsExactly(1, 1, 3, 5);
        assertThat(more.toFloats()).containsExactly(1, 2, 10, 20, 0, 3, 4, 30, 40, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void sizes_are_changed_by_the_nearest_pixel_or_by_interpolation() {
        Tensor row = Tensor.of(new float[] {0, 4}, 1, 1, 1, 2);
        assertThat(row.resizedNearest(2, 4).toFloats()).containsExactly(0, 0, 4, 4, 0, 0, 4, 4);
        assertThat(row.resizedNearest(1, 3).toFloats()).containsExactly(0, 0, 4);
        assertThat(row.resizedBilinear(1, 4).toFloats()).containsExactly(0, 1, 3, 4);
        assertThat(counting(1, 1, 2, 2).averagePooled(2).toFloats()).containsExactly(2.5f);
    }

    @Test
    void batch_normalisation_moves_the_running_statistics_by_its_momentum() {
        Tensor mean = Tensor.zeros(1);
        Tensor variance = Tensor.filled(1, 1);
        Tensor input = Tensor.of(new float[] {1, 3}, 2, 1);
        Tensor out = input.batchNormalised(Tensor.filled(2, 1), Tensor.filled(5, 1), mean, variance, true, 0.1);
        assertThat(out.toFloats()).containsExactly(new float[] {3, 7}, within(1e-4f));
        assertThat(mean.value()).isCloseTo(0.2f, within(1e-6f));
        // unbiased variance 2
        assertThat(variance.value()).isCloseTo(1.1f, within(1e-6f));
    }

    @Test
    void an_error_is_one_line_with_the_operation_and_the_shapes() {
        assertThatThrownBy(() -> Tensor.zeros(2, 3).plus(Tensor.zeros(4, 5)))
                .isInstanceOf(TensorException.class)
                .hasMessageStartingWith("add of [2, 3] and [4, 5]: ")
                .message()
                .doesNotContain("\n")
                .doesNotContain("Exception raised from")
                .doesNotContain(".so");
        assertThatThrownBy(() -> Tensor.zeros(1, 3, 8, 8).convolved(Tensor.zeros(4, 2, 3, 3), List.of(), 1, 1, 1))
                .isInstanceOf(TensorException.class)
                .hasMessageStartingWith("convolution of [1, 3, 8, 8] and [4, 2, 3, 3]: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void an_error_on_the_way_back_is_one_line_too() {
        Tensor unconnected = Tensor.zeros(1).withGradient();
        assertThatThrownBy(() -> Gradients.of(Tensor.zeros(1).sum(), unconnected))
                .isInstanceOf(TensorException.class)
                .hasMessageStartingWith("gradients of []: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void gradients_are_for_the_given_inputs_and_for_nothing_else() {
        Tensor a = Tensor.filled(2, 1).withGradient();
        Tensor b = Tensor.filled(3, 1).withGradient();
        List<Tensor> gradients = Gradients.of(a.times(b).sum(), List.of(a));
        assertThat(gradients).hasSize(1);
        assertThat(gradients.get(0).value()).isEqualTo(3);
        assertThat(a.handle.grad().defined()).isFalse();
        assertThat(b.handle.grad().defined()).isFalse();
    }

    @Test
    void the_gradient_for_an_input_without_influence_is_zero() {
        Tensor a = Tensor.filled(2, 1).withGradient();
        Tensor idle = Tensor.filled(3, 2).withGradient();
        List<Tensor> gradients = Gradients.of(a.squared().sum(), List.of(idle, a));
        assertThat(gradients.get(0).toFloats()).containsExactly(0, 0);
        assertThat(gradients.get(1).value()).isEqualTo(4);
    }

    @Test
    void a_gradient_is_differentiable_itself() {
        Tensor x = Tensor.of(new float[] {0.3f, -0.7f, 1.1f}, 3).withGradient();
        Tensor length = gradientLength(x);
        float[] exact = Gradients.of(length, x).toFloats();
        float step = 1e-2f;
        for (int i = 0; i < 3; i++) {
            float[] up = x.toFloats(), down = x.toFloats();
            up[i] += step;
            down[i] -= step;
            float slope = (gradientLength(Tensor.of(up, 3).withGradient()).value()
                            - gradientLength(Tensor.of(down, 3).withGradient()).value())
                    / (2 * step);
            assertThat(exact[i]).isCloseTo(slope, within(2e-3f));
        }
    }

    /** The squared length of the gradient of sum(tanh(x)) times sum(x²). */
    private static Tensor gradientLength(Tensor x) {
        return x.tanh().sum().times(x.squared().sum()).gradientFor(x).squared().sum();
    }

    @Test
    void second_order_gradients_pass_through_convolutions_and_changes_of_size() {
        Tensor image = counting(1, 1, 4, 4).times(0.1).withGradient();
        Tensor weight = counting(1, 1, 3, 3).times(0.05).withGradient();
        Tensor length = convolutionGradientLength(image, weight);
        float[] exact = Gradients.of(length, weight).toFloats();
        float step = 1e-2f;
        for (int i = 0; i < exact.length; i++) {
            float[] up = weight.toFloats(), down = weight.toFloats();
            up[i] += step;
            down[i] -= step;
            double slope =
                    (convolutionGradientLength(image, Tensor.of(up, 1, 1, 3, 3)).value()
                                    - convolutionGradientLength(image, Tensor.of(down, 1, 1, 3, 3))
                                            .value())
                            / (2.0 * step);
            assertThat((double) exact[i]).isCloseTo(slope, within(1e-2 * (1 + Math.abs(slope))));
        }
    }

    private static Tensor convolutionGradientLength(Tensor image, Tensor weight) {
        return image.convolved(weight, List.of(), 1, 1, 1)
                .leakyRelu(0.2)
                .resizedBilinear(3, 3)
                .tanh()
                .averagePooled(3)
                .sum()
                .gradientFor(image)
                .squared()
                .sum();
    }
}
