package io.github.gan4j.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A clean end on Ctrl-C: the program exits only once this is closed, when the current step is finished and everything is
 * written.
 */
public final class CleanEnd implements AutoCloseable {
    private static final long MOST_SECONDS = 120;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop requests the end, from another thread */
    public CleanEnd(Runnable stop) {
        hook = new Thread(() -> end(stop), "gan4j-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(Runnable stop) {
        stop.run();
        try {
            done.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // closed by the hook itself
        }
    }
}
