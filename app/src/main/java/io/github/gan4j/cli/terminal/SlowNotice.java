package io.github.gan4j.cli.terminal;

import io.github.gan4j.data.Watcher;
import io.github.gan4j.numbers.Numbers;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** How far slow work has got, in one line every three seconds. */
public final class SlowNotice implements Watcher {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Consumer<String> notice;
    private OptionalLong last = OptionalLong.empty();

    SlowNotice(Consumer<String> notice) {
        this.notice = notice;
    }

    @Override
    public void done(String doing, long done, long all) {
        if (due()) notice.accept(doing + " " + Numbers.grouped(done) + " of " + Numbers.of(all, "image"));
    }

    /** For work on one large thing. */
    public DoubleConsumer share(String doing) {
        return share -> {
            if (share < 1 && due()) notice.accept("%s: %.0f %%".formatted(doing, 100 * share));
        };
    }

    private synchronized boolean due() {
        long now = System.nanoTime();
        if (last.isPresent() && now - last.getAsLong() < NANOS) return false;
        boolean first = last.isEmpty();
        last = OptionalLong.of(now);
        return !first;
    }
}
