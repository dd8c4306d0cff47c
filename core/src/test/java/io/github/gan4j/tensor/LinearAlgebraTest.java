package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearAlgebraTest {
    @Test
    void numbers_keep_64_bits() {
        try (Scope scope = new Scope()) {
            Tensor numbers = LinearAlgebra.of(new double[] {1 + 1e-12, 2, 3, 4}, 2, 2);
            assertThat(LinearAlgebra.toDoubles(LinearAlgebra.transposed(numbers)))
                    .containsExactly(1 + 1e-12, 3, 2, 4);
            assertThat(LinearAlgebra.toDoubles(Tensor.of(new float[] {0.1f}, 1)))
                    .containsExactly(0.1f);
        }
    }

    @Test
    void a_matrix_is_the_square_of_its_root() {
        try (Scope scope = new Scope()) {
            Tensor root = LinearAlgebra.squareRoot(LinearAlgebra.of(new double[] {5, 4, 4, 5}, 2, 2));
            double[] square = LinearAlgebra.toDoubles(LinearAlgebra.product(root, root));
            assertThat(square).containsExactly(new double[] {5, 4, 4, 5}, within(1e-12));
            assertThat(LinearAlgebra.toDoubles(LinearAlgebra.eigenvalues(root)))
                    .containsExactly(new double[] {1, 3}, within(1e-12));
        }
    }

    @Test
    void equations_are_solved_and_eigenvectors_stretched_by_their_eigenvalues() {
        try (Scope scope = new Scope()) {
            Tensor matrix = LinearAlgebra.of(new double[] {5, 4, 4, 5}, 2, 2);
            double[] solution = LinearAlgebra.toDoubles(
                    LinearAlgebra.solution(matrix, LinearAlgebra.of(new double[] {13, 14}, 2, 1)));
            assertThat(solution).containsExactly(new double[] {1, 2}, within(1e-12));
            Tensor vectors = LinearAlgebra.eigenvectors(matrix);
            double[] stretched = LinearAlgebra.toDoubles(LinearAlgebra.product(matrix, vectors));
            double[] own = LinearAlgebra.toDoubles(vectors);
            for (int row = 0; row < 2; row++) {
                assertThat(stretched[2 * row]).isCloseTo(own[2 * row], within(1e-12));
                assertThat(stretched[2 * row + 1]).isCloseTo(9 * own[2 * row + 1], within(1e-12));
            }
        }
    }

    @Test
    void distances_of_equal_rows_are_exactly_zero() {
        try (Scope scope = new Scope()) {
            Tensor rows = LinearAlgebra.of(new double[] {0.1, 0.7, 3.3, -4.1}, 2, 2);
            double[] squared = LinearAlgebra.toDoubles(Distances.squared(rows, rows));
            assertThat(squared[0]).isZero();
            assertThat(squared[3]).isZero();
            assertThat(squared[1]).isEqualTo(3.2 * 3.2 + 4.8 * 4.8, within(1e-12));
        }
    }

    @Test
    void shapes_that_do_not_fit_are_named() {
        try (Scope scope = new Scope()) {
            Tensor wide = Tensor.zeros(2, 3);
            assertThatThrownBy(() -> LinearAlgebra.product(wide, wide))
                    .isInstanceOf(TensorException.class)
                    .hasMessageStartingWith("matrix product of [2, 3] and [2, 3]");
            assertThatThrownBy(() -> LinearAlgebra.eigenvalues(wide))
                    .isInstanceOf(TensorException.class)
                    .hasMessageStartingWith("eigenvalues of [2, 3]");
            assertThatThrownBy(() -> Distances.squared(wide, Tensor.zeros(2, 2)))
                    .isInstanceOf(TensorException.class)
                    .hasMessageStartingWith("distances of [2, 3] and [2, 2]");
        }
    }
}
