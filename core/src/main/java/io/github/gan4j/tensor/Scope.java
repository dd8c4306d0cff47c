package io.github.gan4j.tensor;

import java.util.Iterator;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;

/**
 * Owns every tensor made on this thread while it is open, and frees them when it closes. Open one per training step,
 * one inside it per turn, elsewhere one per metric batch or picture; never one around a loop.
 */
public final class Scope implements AutoCloseable {
    private final PointerScope pointers;

    public Scope() {
        Engine.prepare();
        pointers = new PointerScope();
    }

    /**
     * Lets one tensor outlive this scope: from now on the enclosing scope owns it, or the caller where there is none.
     *
     * @throws IllegalStateException when another scope has been opened inside this one and is still open
     */
    public Tensor keep(Tensor tensor) {
        Iterator<PointerScope> open = PointerScope.getScopeIterator();
        if (open == null || !open.hasNext() || open.next() != pointers)
            throw new IllegalStateException("keep() works on the innermost open scope only");
        // Counted once more rather than detached: the tensor may belong to another scope or owner altogether.
        if (open.hasNext()) open.next().attach(tensor.handle);
        else tensor.handle.retainReference();
        return tensor;
    }

    /** Runs a calculation and frees everything it made except its result. */
    public static Tensor resultOf(Supplier<Tensor> calculation) {
        try (Scope scope = new Scope()) {
            return scope.keep(calculation.get());
        }
    }

    /** Runs a calculation through which nothing will be differentiated: faster, and nothing is remembered for it. */
    public static <T> T withoutGradients(Supplier<T> calculation) {
        boolean before = GradMode.is_enabled();
        GradMode.set_enabled(false);
        try {
            return calculation.get();
        } finally {
            GradMode.set_enabled(before);
        }
    }

    @Override
    public void close() {
        pointers.close();
    }
}
