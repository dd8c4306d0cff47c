package io.github.gan4j.tensor;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Gradients that are themselves differentiable, so that learning can be looked through. */
public final class Slopes {
    private Slopes() {}

    /**
     * The gradients of a scalar by all of {@code inputs}; zeros where one has no influence.
     *
     * @throws TensorException when the scalar was made without gradients
     */
    public static List<Tensor> of(Tensor scalar, List<Tensor> inputs) {
        TensorVector found;
        try {
            found = torch.grad(
                    new TensorVector(scalar.handle),
                    Tensor.vector(inputs),
                    new TensorVector(),
                    new BoolOptional(true),
                    true,
                    true);
        } catch (RuntimeException cause) {
            throw TensorException.of("slopes", cause, scalar);
        }
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> found.get(i).defined()
                        ? new Tensor(found.get(i))
                        : new Tensor(torch.zeros_like(inputs.get(i).handle)))
                .toList();
    }
}
