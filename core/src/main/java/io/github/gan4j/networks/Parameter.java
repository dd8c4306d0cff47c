package io.github.gan4j.networks;

import io.github.gan4j.tensor.Replicas;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One named array of a network: declared when the network is composed, given memory when it is allocated.
 *
 * <p>A learned parameter is moved by an optimizer; a statistic (a running mean, say) is moved by the network itself. In a
 * replicated network every replica differentiates by a window of its own into the same learned numbers, and has statistics
 * of its own.
 */
public final class Parameter {
    private final long[] shape;
    private final boolean learned;
    private final Initialisation initialisation;
    private final long fanIn;
    private final long fanOut;
    private final List<Tensor> windows = new ArrayList<>();
    private boolean closed;

    Parameter(long[] shape, boolean learned, Initialisation initialisation, long fanIn, long fanOut) {
        this.shape = shape.clone();
        this.learned = learned;
        this.initialisation = initialisation;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
    }

    /**
     * The live numbers, as the replica of this thread sees them.
     *
     * @throws IllegalStateException before the network is allocated and after it is closed
     */
    public Tensor tensor() {
        if (windows.isEmpty())
            throw new IllegalStateException(
                    closed
                            ? "this network is closed"
                            : "a parameter of shape " + Arrays.toString(shape)
                                    + " has no memory: allocate its network first");
        return windows.get(here());
    }

    /** A network that is not replicated is the same to all. */
    private int here() {
        return windows.size() == 1 ? 0 : Replicas.current();
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

    /** What {@link #tensor} is from now on, for the replica of this thread. */
    void bind(Tensor window) {
        if (windows.isEmpty()) windows.add(window);
        else windows.set(here(), window);
    }

    /** The windows of all replicas. */
    void bind(List<Tensor> ofReplicas) {
        windows.clear();
        windows.addAll(ofReplicas);
    }

    void unbind() {
        windows.clear();
        closed = true;
    }
}
