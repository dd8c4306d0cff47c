package io.github.gan4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while something trains: the step being played is finished and everything is written before the program ends.
 * Closing it says that all is written.
 */
final class CleanEnd implements AutoCloseable {
    private static final long MOST_SECONDS = 120;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop asks for the end, from another thread */
    CleanEnd(Runnable stop) {
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
            // the hook is what ends the program just now
        }
    }
}
