package io.github.gan4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Work that is brought to a good end before the Java machine ends, by Ctrl-C, by {@code docker stop} or by
 * {@code System.exit}: a training is asked to stop, plays its step to the end and writes its checkpoint. Without that
 * the native library would be torn down under a step. The machine waits two minutes at most, and not at all for a thread
 * that itself waits for the machine to end.
 */
public final class ExitGuard implements AutoCloseable {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long POLL_MILLIS = 50;
    private static final List<ExitGuard> OPEN = new ArrayList<>();
    private static boolean hooked;
    private static boolean exiting;

    private final Optional<Runnable> stop;
    private final boolean last;
    private final Thread owner = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ExitGuard(Optional<Runnable> stop, boolean last) {
        this.stop = stop;
        this.last = last;
    }

    /**
     * Guards what this thread does until it closes the guard.
     *
     * @param stop asks for the end; called from another thread, or at once when the machine is ending already
     */
    public static ExitGuard of(Runnable stop) {
        return opened(new ExitGuard(Optional.of(stop), false));
    }

    /** Guards what other guarded work may still need: its end is asked for when the others have ended. */
    public static ExitGuard last(Runnable stop) {
        return opened(new ExitGuard(Optional.of(stop), true));
    }

    /** Guards what this thread does after guarded work, such as printing why it failed; nothing by itself is waited for. */
    public static ExitGuard afterwards() {
        return opened(new ExitGuard(Optional.empty(), false));
    }

    private static ExitGuard opened(ExitGuard guard) {
        boolean late;
        synchronized (OPEN) {
            OPEN.add(guard);
            late = exiting;
            if (!hooked && !late) Runtime.getRuntime().addShutdownHook(new Thread(ExitGuard::end, "gan4j-end"));
            hooked = true;
        }
        if (late) guard.stop.ifPresent(Runnable::run);
        return guard;
    }

    private static void end() {
        List<ExitGuard> open;
        synchronized (OPEN) {
            exiting = true;
            open = List.copyOf(OPEN);
        }
        if (open.stream().allMatch(guard -> guard.stop.isEmpty())) return;
        long until = System.nanoTime() + MOST_NANOS;
        for (boolean last : new boolean[] {false, true}) {
            List<ExitGuard> round =
                    open.stream().filter(guard -> guard.last == last).toList();
            round.forEach(guard -> guard.stop.ifPresent(Runnable::run));
            for (ExitGuard guard : round) guard.await(until);
        }
    }

    private void await(long until) {
        try {
            while (System.nanoTime() < until && !waitsForTheEnd())
                if (closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waitsForTheEnd() {
        return Stream.of(owner.getStackTrace())
                .anyMatch(call -> call.getClassName().equals("java.lang.Shutdown"));
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            OPEN.remove(this);
        }
        closed.countDown();
    }
}
