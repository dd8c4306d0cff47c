package io.github.gan4j.tensor;

import java.util.Map;

/**
 * Moves weights against their gradients. The weights of a network are one flat tensor, so a step is a handful of
 * operations however many layers there are.
 */
public abstract sealed class Optimizer extends NativeOwner permits Adam, RmsProp, Sgd, HistoricalAveraging {
    private long steps;

    /**
     * One step, in place.
     *
     * @param weights {@code [count]}
     * @param gradient {@code [count]}, not itself differentiable
     * @param rate the learning rate
     */
    public final void step(Tensor weights, Tensor gradient, double rate) {
        steps++;
        try (Scope scope = new Scope()) {
            move(weights, gradient, rate);
        }
    }

    abstract void move(Tensor weights, Tensor gradient, double rate);

    /** The state kept from step to step, each {@code [count]}, by name; the live tensors, to save and to restore. */
    public abstract Map<String, Tensor> memory();

    /** How many steps have been taken. */
    public final long steps() {
        return steps;
    }

    /** Sets the count of steps when a run is resumed. */
    public final void resumeAt(long stepsTaken) {
        steps = stepsTaken;
    }
}
