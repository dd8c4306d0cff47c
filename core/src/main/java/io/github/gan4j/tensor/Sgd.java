package io.github.gan4j.tensor;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;

/**
 * Gradient descent with momentum, ordinary or Nesterov's (Sutskever et al. 2013): {@code v = momentum · v + gradient}.
 */
public final class Sgd extends Optimizer {
    private final double momentum;
    private final boolean nesterov;
    private final Tensor velocity;

    public Sgd(long count, Device device, double momentum, boolean nesterov) {
        this.momentum = momentum;
        this.nesterov = nesterov;
        this.velocity = owned(() -> Tensor.zeros(count).on(device));
    }

    @Override
    void move(Tensor weights, Tensor gradient, double rate) {
        velocity.handle.mul_(new Scalar(momentum)).add_(gradient.handle);
        if (nesterov) {
            weights.handle.add_(gradient.handle, new Scalar(-rate));
            weights.handle.add_(velocity.handle, new Scalar(-rate * momentum));
        } else {
            weights.handle.add_(velocity.handle, new Scalar(-rate));
        }
    }

    @Override
    public Map<String, Tensor> memory() {
        return Map.of("velocity", velocity);
    }
}
