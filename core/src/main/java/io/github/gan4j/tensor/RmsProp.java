package io.github.gan4j.tensor;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;

/** RMSProp (Tieleman and Hinton 2012): a step size per weight from a running mean of the squared gradient. */
public final class RmsProp extends Optimizer {
    private final double alpha;
    private final double epsilon;
    private final Tensor squares;

    public RmsProp(long count, Device device, double alpha, double epsilon) {
        this.alpha = alpha;
        this.epsilon = epsilon;
        this.squares = owned(() -> Tensor.zeros(count).on(device));
    }

    @Override
    void move(Tensor weights, Tensor gradient, double rate) {
        squares.handle.mul_(new Scalar(alpha)).addcmul_(gradient.handle, gradient.handle, new Scalar(1 - alpha));
        weights.handle.addcdiv_(gradient.handle, squares.handle.sqrt().add_(new Scalar(epsilon)), new Scalar(-rate));
    }

    @Override
    public Map<String, Tensor> memory() {
        return Map.of("squares", squares);
    }
}
