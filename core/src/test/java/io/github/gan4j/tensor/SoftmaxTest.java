package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private static final double E = Math.E;

    @Test
    void probabilities_are_exponentials_over_their_sum() {
        try (Scope scope = new Scope()) {
            float[] rows = Softmax.probabilities(Tensor.of(new float[] {0, 1, 1000, 1000}, 2, 2))
                    .toFloats();
            assertThat(rows)
                    .containsExactly(
                            new float[] {(float) (1 / (1 + E)), (float) (E / (1 + E)), .5f, .5f}, within(1e-6f));
        }
    }

    @Test
    void cross_entropy_is_the_mean_logarithm_of_the_true_class() {
        try (Scope scope = new Scope()) {
            Tensor scores = Tensor.of(new float[] {0, 1, 0, 3}, 2, 2);
            double expected = (Math.log(1 + E) + Math.log(1 + Math.exp(-3))) / 2;
            assertThat((double) Softmax.crossEntropy(scores, Tensor.ofClasses(0, 1), 0)
                            .value())
                    .isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void smoothing_spreads_its_share_over_all_classes() {
        try (Scope scope = new Scope()) {
            Tensor scores = Tensor.of(new float[] {0, 1}, 1, 2);
            double first = Math.log(1 + E), second = Math.log(1 + E) - 1;
            assertThat((double) Softmax.crossEntropy(scores, Tensor.ofClasses(0), 0.2)
                            .value())
                    .isCloseTo(0.9 * first + 0.1 * second, within(1e-6));
        }
    }

    @Test
    void a_class_that_does_not_exist_is_an_error_in_one_line() {
        try (Scope scope = new Scope()) {
            assertThatThrownBy(() -> Softmax.crossEntropy(Tensor.zeros(1, 2), Tensor.ofClasses(2), 0))
                    .isInstanceOf(TensorException.class)
                    .hasMessageStartingWith("cross-entropy of [1, 2] and [1]: ");
        }
    }

    @Test
    void a_sample_is_taken_for_a_class_only_where_that_is_probable_enough() {
        try (Scope scope = new Scope()) {
            Tensor scores = Tensor.of(new float[] {0, 4, 0, 1, 0, 0}, 2, 3);
            assertThat(Softmax.certain(Softmax.probabilities(scores), 0.9).toFloats())
                    .containsExactly(0, 1, 0, 0, 0, 0);
        }
    }
}
