package io.github.gan4j.tensor;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Gradients of a scalar by several tensors and by nothing else; zeros where one has no influence. */
public final class Gradients {
    private Gradients() {}

    /** @throws TensorException when the scalar was made without gradients */
    public static List<Tensor> of(Tensor scalar, List<Tensor> inputs) {
        return gradients(scalar, inputs, false);
    }

    /** The gradient by one tensor. */
    public static Tensor of(Tensor scalar, Tensor input) {
        return of(scalar, List.of(input)).get(0);
    }

    /**
     * Those by several, themselves differentiable, so that learning can be looked through.
     *
     * @throws TensorException when the scalar was made without gradients
     */
    public static List<Tensor> differentiable(Tensor scalar, List<Tensor> inputs) {
        return gradients(scalar, inputs, true);
    }

    private static List<Tensor> gradients(Tensor scalar, List<Tensor> inputs, boolean differentiable) {
        TensorVector found;
        try {
            found = torch.grad(
                    new TensorVector(scalar.handle),
                    Tensor.vector(inputs),
                    new TensorVector(),
                    new BoolOptional(differentiable),
                    differentiable,
                    true);
        } catch (RuntimeException cause) {
            throw TensorException.of("gradients", cause, scalar);
        }
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> found.get(i).defined()
                        ? new Tensor(found.get(i))
                        : new Tensor(torch.zeros_like(inputs.get(i).handle)))
                .toList();
    }
}
