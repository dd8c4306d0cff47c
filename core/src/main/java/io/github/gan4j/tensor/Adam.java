package io.github.gan4j.tensor;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980, algorithm 1): a step size per weight from running means of the gradient
 * and of its square. GANs use a {@code beta1} of 0.5 or 0 where classifiers use 0.9.
 */
public final class Adam extends Optimizer {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final Tensor first;
    private final Tensor second;

    public Adam(long count, Device device, double beta1, double beta2, double epsilon) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.first = owned(() -> Tensor.zeros(count).on(device));
        this.second = owned(() -> Tensor.zeros(count).on(device));
    }

    @Override
    void move(Tensor weights, Tensor gradient, double rate) {
        first.handle.lerp_(gradient.handle, new Scalar(1 - beta1));
        second.handle.mul_(new Scalar(beta2)).addcmul_(gradient.handle, gradient.handle, new Scalar(1 - beta2));
        double firstCorrection = 1 - Math.pow(beta1, steps());
        double secondCorrection = Math.sqrt(1 - Math.pow(beta2, steps()));
        // The corrections are numbers, not tensors: folded into the rate and into epsilon they cost nothing.
        var spread = second.handle.sqrt().add_(new Scalar(epsilon * secondCorrection));
        weights.handle.addcdiv_(first.handle, spread, new Scalar(-rate * secondCorrection / firstCorrection));
    }

    @Override
    public Map<String, Tensor> memory() {
        return Map.of("first", first, "second", second);
    }
}
