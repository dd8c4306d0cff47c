package io.github.gan4j.networks;

import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * One named array of a network: declared when the network is composed, given memory when it is allocated.
 *
 * <p>A learned parameter is moved by an optimizer; a statistic (a running mean, say) is moved by the network itself.
 */
public final class Parameter {
    private final long[] shape;
    private final boolean learned;
    private final Initialisation initialisation;
    private final long fanIn;
    private final long fanOut;
    private Optional<Tensor> memory = Optional.empty();
    private boolean closed;

    Parameter(long[] shape, boolean learned, Initialisation initialisation, long fanIn, long fanOut) {
        this.shape = shape.clone();
        this.learned = learned;
        this.initialisation = initialisation;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
    }

    /**
     * The live numbers.
     *
     * @throws IllegalStateException before the network is allocated and after it is closed
     */
    public Tensor tensor() {
        return memory.orElseThrow(() -> new IllegalStateException(
                closed
                        ? "this network is closed"
                        : "a parameter of shape " + Arrays.toString(shape)
                                + " has no memory: allocate its network first"));
    }

    public boolean learned() {
        return learned;
    }

    public long[] shape() {
        return shape.clone();
    }

    public long count() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    Tensor initial() {
        return initialisation.make(shape, fanIn, fanOut);
    }

    void bind(Tensor view) {
        memory = Optional.of(view);
    }

    void unbind() {
        memory = Optional.empty();
        closed = true;
    }
}
