package io.github.gan4j.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says how far work on one large thing has come, once it takes long and every few seconds from then on. */
final class Share {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    private final String doing;
    private final Consumer<String> notice;
    private long last = System.nanoTime();

    Share(String doing, Consumer<String> notice) {
        this.doing = doing;
        this.notice = notice;
    }

    /** @param share done, from 0 to 1 */
    void at(double share) {
        long now = System.nanoTime();
        if (share >= 1 || now - last < NANOS) return;
        last = now;
        notice.accept("%s: %.0f %%".formatted(doing, 100 * share));
    }
}
