package io.github.gan4j.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;

/**
 * Work on files that is done to its end although its thread is interrupted, as by {@code ExecutorService.shutdownNow}. An
 * interrupt closes whatever channel it meets; the work is repeated then, and the thread stays interrupted afterwards.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Work that may be repeated. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws IOException;
    }

    public static <T> T call(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.done();
                } catch (IOException e) {
                    if (!closedByInterrupt(e)) throw e;
                    Thread.interrupted();
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static boolean closedByInterrupt(Throwable failure) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ClosedByInterruptException || cause instanceof ClosedChannelException && interrupted)
                return true;
        return false;
    }
}
