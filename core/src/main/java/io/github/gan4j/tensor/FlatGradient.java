package io.github.gan4j.tensor;

import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;

/**
 * The gradient of a scalar by several tensors and by nothing else, one behind the other in memory of its own; zeros where one has no
 * influence. libtorch adds each part up in its window of that memory, so nothing is copied. Made where a {@link NativeOwner} owns it.
 */
public final class FlatGradient {
    private final Tensor numbers;
    private final TensorVector inputs;
    private final TensorOptional one = new TensorOptional();
    private final BoolOptional graphKept = new BoolOptional(false);

    /** @param inputs what is differentiated by; each belongs to one flat gradient */
    public FlatGradient(List<Tensor> inputs, Device device) {
        numbers = Tensor.zeros(inputs.stream().mapToLong(Tensor::count).sum()).on(device);
        this.inputs = Tensor.vector(inputs);
        long start = 0;
        for (Tensor input : inputs) {
            var window = numbers.handle.narrow(0, start, input.count()).view(input.shape());
            input.handle.mutable_grad().put(window);
            start += input.count();
        }
    }

    /** The last one that was taken: {@code [count]}, the memory itself. */
    public Tensor numbers() {
        return numbers;
    }

    /** @throws TensorException when the scalar was made without gradients */
    public void take(Tensor scalar) {
        try (Scope scope = new Scope()) {
            numbers.handle.zero_();
            scalar.handle._backward(inputs, one, graphKept, false);
        } catch (RuntimeException cause) {
            throw TensorException.of("gradients", cause, scalar);
        }
    }
}
