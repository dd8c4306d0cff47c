package io.github.gan4j.explore;

import io.github.gan4j.numbers.Statistics;
import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;

/**
 * Ridge regression, in its dual form where there are more weights than rows.
 *
 * @param pull the penalty on squared weights, at least 0
 */
record Ridge(double pull) {
    /** The weights that explain {@code targets} by {@code rows} best, both taken about their means. */
    double[] solve(double[][] rows, double[] targets) {
        int count = rows.length, size = rows[0].length;
        double[] left = targets.clone();
        double mean = Statistics.mean(targets);
        for (int i = 0; i < count; i++) left[i] -= mean;
        try (Scope scope = new Scope()) {
            Tensor x = LinearAlgebra.of(centred(rows), count, size), across = LinearAlgebra.transposed(x);
            Tensor y = LinearAlgebra.of(left, count, 1);
            return LinearAlgebra.toDoubles(
                    size <= count
                            ? LinearAlgebra.solution(
                                    pulled(LinearAlgebra.product(across, x), size), LinearAlgebra.product(across, y))
                            : LinearAlgebra.product(
                                    across,
                                    LinearAlgebra.solution(pulled(LinearAlgebra.product(x, across), count), y)));
        }
    }

    private Tensor pulled(Tensor square, int side) {
        double[] diagonal = new double[side * side];
        for (int i = 0; i < side; i++) diagonal[i * side + i] = pull;
        return square.plus(LinearAlgebra.of(diagonal, side, side));
    }

    /** Rows less their mean, one after the other. */
    static double[] centred(double[][] rows) {
        int size = rows[0].length;
        double[] mean = new double[size], centred = new double[rows.length * size];
        for (double[] row : rows) for (int j = 0; j < size; j++) mean[j] += row[j] / rows.length;
        for (int i = 0; i < centred.length; i++) centred[i] = rows[i / size][i % size] - mean[i % size];
        return centred;
    }
}
