package io.github.gan4j.tensor;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;

/**
 * Another optimizer that also pulls the weights to the mean of all that they have been: to the gradient of the loss it
 * adds that of {@code strength · |weights - mean|²}, the mean being taken as a constant ("historical averaging", Salimans et al.
 * 2016, arXiv:1606.03498, section 3.3). It owns the other one. This cost is not part of the reported loss.
 */
public final class HistoricalAveraging extends Optimizer {
    private final Optimizer inner;
    private final double strength;
    private final Tensor mean;

    /** @param strength above 0 */
    public HistoricalAveraging(Optimizer inner, double strength, long count, Device device) {
        if (!(strength > 0)) throw new IllegalArgumentException("strength must be above 0, got " + strength);
        this.inner = inner;
        this.strength = strength;
        this.mean = owned(() -> Tensor.zeros(count).on(device));
    }

    @Override
    void move(Tensor weights, Tensor gradient, double rate) {
        var now = weights.handle.detach();
        mean.handle.lerp_(now, new Scalar(1.0 / steps()));
        var pulled = gradient.handle.add(now.sub(mean.handle), new Scalar(2 * strength));
        // its own count is not restored when a run is resumed
        inner.resumeAt(steps() - 1);
        inner.step(weights, new Tensor(pulled), rate);
    }

    @Override
    public Map<String, Tensor> memory() {
        Map<String, Tensor> memory = new HashMap<>(inner.memory());
        memory.put("mean", mean);
        return Map.copyOf(memory);
    }

    @Override
    public void close() {
        inner.close();
        super.close();
    }
}
