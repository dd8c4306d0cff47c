package io.github.gan4j.serving;

import io.github.gan4j.settings.Check;
import java.time.Duration;

/**
 * How much a {@link ModelPool} takes on.
 *
 * @param workers threads, each with a model of its own, 1 to 64
 * @param threadsEach threads of the engine that a worker computes with, 1 to 256; workers times these should be the cores
 *     that the pool may use
 * @param waiting most samples that wait at a time, 1 to a million
 * @param patience how long a request may wait for its turn
 */
public record PoolLimits(int workers, int threadsEach, int waiting, Duration patience) {
    /** @throws IllegalArgumentException when a limit is out of its range */
    public PoolLimits {
        Check.between("workers", workers, 1, 64);
        Check.between("threadsEach", threadsEach, 1, 256);
        Check.between("waiting", waiting, 1, 1_000_000);
        Check.between("patience in milliseconds", patience.toMillis(), 1, 3_600_000);
    }

    /** The given workers with one thread each, 1024 samples waiting, 30 seconds of patience. */
    public static PoolLimits of(int workers) {
        return new PoolLimits(workers, 1, 1024, Duration.ofSeconds(30));
    }
}
