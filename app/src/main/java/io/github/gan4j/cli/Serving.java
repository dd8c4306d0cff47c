package io.github.gan4j.cli;

import io.github.gan4j.studio.Studio;
import java.util.concurrent.CountDownLatch;

/** A studio that is served until the program is asked to end, by Ctrl-C or by interrupting this thread. */
final class Serving {
    private Serving() {}

    static void untilEnd(Studio studio) {
        Thread end = new Thread(studio::close, "gan4j-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException asked) {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }
}
