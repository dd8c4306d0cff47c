package io.github.gan4j.cli;

import io.github.gan4j.data.Watcher;
import io.github.gan4j.numbers.Numbers;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says how far work on many images has come, once it takes long and every few seconds from then on. */
final class Patience implements Watcher {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Consumer<String> notice;
    private OptionalLong last = OptionalLong.empty();

    Patience(Consumer<String> notice) {
        this.notice = notice;
    }

    @Override
    public synchronized void done(String doing, long done, long all) {
        long now = System.nanoTime();
        if (last.isEmpty()) last = OptionalLong.of(now);
        if (now - last.getAsLong() < NANOS) return;
        last = OptionalLong.of(now);
        notice.accept(doing + " " + Numbers.grouped(done) + " of " + Numbers.of(all, "image"));
    }
}
