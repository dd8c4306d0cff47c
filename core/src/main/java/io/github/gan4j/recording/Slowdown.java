package io.github.gan4j.recording;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Notices when steps have taken more than twice their usual time for ten seconds, once in each such period. */
final class Slowdown {
    private static final double WINDOW = 5;
    private static final int SLOW_WINDOWS = 2;

    private final LongSupplier nanos;
    private final String noun;
    private long resting;
    private double seconds;
    private long images;
    private double fastest;
    private int slow;

    /**
     * @param nanos a clock
     * @param noun of a sample
     */
    Slowdown(LongSupplier nanos, String noun) {
        this.nanos = nanos;
        this.noun = noun;
        this.resting = nanos.getAsLong();
    }

    /** A step has ended. @return one line, when it is time to say it */
    Optional<String> stepped(int batch) {
        seconds += (nanos.getAsLong() - resting) / 1e9;
        images += batch;
        if (seconds < WINDOW) return Optional.empty();
        double rate = images / seconds;
        seconds = 0;
        images = 0;
        fastest = Math.max(fastest, rate);
        slow = rate < fastest / 2 ? slow + 1 : 0;
        return slow == SLOW_WINDOWS
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "training has slowed down from %.0f to %.0f %ss/s; if another program keeps a core busy, fewer"
                                + " threads are faster: stop, and go on with train --branch RUN --threads 1",
                        fastest,
                        rate,
                        noun))
                : Optional.empty();
    }

    /** What follows until the next step begins is no time of a step. */
    void rest() {
        resting = nanos.getAsLong();
    }
}
