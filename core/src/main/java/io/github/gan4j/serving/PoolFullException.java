package io.github.gan4j.serving;

import java.time.Duration;

/** A request that was not accepted since too much is waiting already; nothing of it was computed. */
public final class PoolFullException extends Exception {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    PoolFullException(int waiting, Duration retryAfter) {
        super(waiting + " samples are waiting already");
        this.retryAfter = retryAfter;
    }

    /** How long what waits now will take, as fast as it went so far; at least a second. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
