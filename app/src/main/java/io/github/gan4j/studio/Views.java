package io.github.gan4j.studio;

import io.github.gan4j.tensor.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread on which the studio lets networks compute beside a training: each thread that does so would bring
 * worker threads of its own.
 */
final class Views implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "gan4j-views");
        thread.setDaemon(true);
        return thread;
    });
    private boolean prepared;

    /** Computes there and waits; what it throws comes out here. */
    <T> T see(Callable<T> view) {
        try {
            return thread.submit(() -> {
                        if (!prepared) Engine.useThreads(1);
                        prepared = true;
                        return view.call();
                    })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("the studio is ending");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException e) throw e;
            if (failed.getCause() instanceof IOException e) throw new UncheckedIOException(e);
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** As {@link #see}, of work that comes to nothing to see. */
    void run(Runnable work) {
        see(Executors.callable(work));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
