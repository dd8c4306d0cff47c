package io.github.gan4j.tensor;

import java.util.function.Supplier;

/** One calculation of libtorch, with its failures in one line. */
final class Operation {
    private Operation() {}

    /** @throws TensorException naming the operation and the shapes, when the operands do not fit */
    static Tensor of(String name, Supplier<org.bytedeco.pytorch.Tensor> calculation, Tensor... operands) {
        try {
            return new Tensor(calculation.get());
        } catch (RuntimeException cause) {
            throw TensorException.of(name, cause, operands);
        }
    }
}
