package io.github.gan4j.tensor;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.global.torch;

/** Matrices of 64-bit numbers on the CPU: what statistics need where 32 bits are too few. */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /** 64-bit numbers in the order of {@code values}. */
    public static Tensor of(double[] values, long... shape) {
        Engine.prepare();
        return new Tensor(AbstractTensor.create(values, shape)).fixed();
    }

    /** All entries in order. */
    public static double[] toDoubles(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.count())];
        copy(tensor, values);
        return values;
    }

    /** Writes all entries, in order, to the start of {@code into}, which may be longer. */
    public static void copy(Tensor tensor, double[] into) {
        if (Tracer.active != null) Tracer.active.read(tensor, "copy");
        try (Scope scope = new Scope()) {
            org.bytedeco.pytorch.Tensor plain = TensorBytes.dense(tensor, torch.ScalarType.Double);
            new DoublePointer(plain.data_ptr()).get(into, 0, Math.toIntExact(plain.numel()));
        }
    }

    /** The matrix product {@code left · right}. */
    public static Tensor product(Tensor left, Tensor right) {
        try {
            return new Tensor(left.handle.mm(right.handle));
        } catch (RuntimeException cause) {
            throw TensorException.of("matrix product", cause, left, right);
        }
    }

    /** The transpose of a matrix, without a copy. */
    public static Tensor transposed(Tensor matrix) {
        return new Tensor(matrix.handle.t());
    }

    /** The solution {@code x} of {@code matrix · x = right}, for an invertible square matrix. */
    public static Tensor solution(Tensor matrix, Tensor right) {
        try {
            return new Tensor(torch.linalg_solve(matrix.handle, right.handle));
        } catch (RuntimeException cause) {
            throw TensorException.of("solution", cause, matrix, right);
        }
    }

    /** The eigenvectors of a symmetric matrix as columns, those of the least eigenvalues first. */
    public static Tensor eigenvectors(Tensor symmetric) {
        try {
            return new Tensor(torch.linalg_eigh(symmetric.handle).get1());
        } catch (RuntimeException cause) {
            throw TensorException.of("eigenvectors", cause, symmetric);
        }
    }

    /** The eigenvalues of a symmetric matrix, ascending, from its lower triangle. */
    public static Tensor eigenvalues(Tensor symmetric) {
        try {
            return new Tensor(torch.linalg_eigvalsh(symmetric.handle));
        } catch (RuntimeException cause) {
            throw TensorException.of("eigenvalues", cause, symmetric);
        }
    }

    /** The singular values of a matrix, descending. */
    public static Tensor singularValues(Tensor matrix) {
        try {
            return new Tensor(torch.linalg_svdvals(matrix.handle));
        } catch (RuntimeException cause) {
            throw TensorException.of("singular values", cause, matrix);
        }
    }

    /**
     * The symmetric square root of a symmetric matrix without negative eigenvalues; those that rounding made negative
     * count as 0, so singular matrices are welcome.
     */
    public static Tensor squareRoot(Tensor symmetric) {
        try {
            T_TensorTensor_T found = torch.linalg_eigh(symmetric.handle);
            org.bytedeco.pytorch.Tensor vectors = found.get1();
            org.bytedeco.pytorch.Tensor scaled = vectors.mul(
                    found.get0().clamp_min(new org.bytedeco.pytorch.Scalar(0.0)).sqrt());
            return new Tensor(scaled.mm(vectors.t()));
        } catch (RuntimeException cause) {
            throw TensorException.of("square root", cause, symmetric);
        }
    }
}
