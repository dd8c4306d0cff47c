package io.github.gan4j.tensor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/** Keeps native objects beyond every open scope, until it is closed: weights and what optimizers remember. */
public abstract class NativeOwner implements AutoCloseable {
    private final Deque<PointerScope> owned = new ArrayDeque<>();

    /** Runs {@code make}; every native object that it creates belongs to this owner, whatever scopes are open. */
    protected final <T> T owned(Supplier<T> make) {
        Engine.prepare();
        PointerScope scope = new PointerScope();
        scope.extend(); // so that the close() at the end of this block frees nothing
        owned.push(scope);
        try (scope) {
            return make.get();
        }
    }

    /** Frees everything; the object cannot be used afterwards. Closing twice is harmless. */
    @Override
    public void close() {
        while (!owned.isEmpty()) owned.pop().close();
    }
}
