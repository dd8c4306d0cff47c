package io.github.gan4j.train;

import java.util.function.LongSupplier;

/**
 * The time during which this program runs: like {@link System#nanoTime}, but it stands still while the whole program is
 * suspended, by SIGSTOP or Ctrl-Z, a debugger, or a virtual machine that is frozen. A thread looks at the clock four times a
 * second; when two looks are more than two seconds apart, that thread was not run, nor was any other, and the gap counts as
 * one tick. Slow steps are counted in full, since looks go on during them.
 */
public final class RunningTime {
    private static final long TICK = 250_000_000L;
    private static final long GAP = 2_000_000_000L;
    private static final RunningTime OF_THIS_PROGRAM = ticking();

    private final LongSupplier clock;
    private long looked;
    private long counted;

    RunningTime(LongSupplier clock) {
        this.clock = clock;
        looked = clock.getAsLong();
    }

    /** Nanoseconds since an arbitrary moment. */
    public static long nanos() {
        return OF_THIS_PROGRAM.look();
    }

    synchronized long look() {
        long now = clock.getAsLong(), passed = now - looked;
        looked = now;
        counted += passed > GAP ? TICK : passed;
        return counted;
    }

    private static RunningTime ticking() {
        RunningTime time = new RunningTime(System::nanoTime);
        Thread ticker = new Thread(time::tick, "gan4j-clock");
        ticker.setDaemon(true);
        ticker.start();
        return time;
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK / 1_000_000);
                look();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }
}
