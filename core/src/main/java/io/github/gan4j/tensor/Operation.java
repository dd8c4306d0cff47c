package io.github.gan4j.tensor;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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

    /** One that gives a single number, without dimensions; on what stands in for a card, with one. */
    static Tensor number(org.bytedeco.pytorch.Tensor result) {
        return new Tensor(onStandIn(result) ? result.reshape(1) : result);
    }

    /** Whether this is on what stands in for a card, where numbers without dimensions have 64 bits once they are multiplied. */
    static boolean onStandIn(org.bytedeco.pytorch.Tensor tensor) {
        return Device.standIn.isPresent() && !tensor.is_cpu();
    }

    /** An operation that what stands in for a card does not have, computed on the processor there. */
    static org.bytedeco.pytorch.Tensor onProcessorForStandIn(
            org.bytedeco.pytorch.Tensor operand, UnaryOperator<org.bytedeco.pytorch.Tensor> operation) {
        if (!onStandIn(operand)) return operation.apply(operand);
        return operation.apply(operand.cpu()).to(Device.CUDA.handle(), operand.scalar_type());
    }
}
