package io.github.gan4j.experiment;

import io.github.gan4j.run.Run;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.util.Optional;

/** Lets somebody end what is trained just now, from any thread; what was learned is kept. */
final class Watch {
    private final Listener listener;
    private Optional<Run> running = Optional.empty();
    private boolean asked;

    Watch(Listener listener) {
        this.listener = listener;
    }

    Ending train(Run run) throws IOException {
        synchronized (this) {
            if (asked) return Ending.ASKED;
            running = Optional.of(run);
        }
        try {
            return run.train(listener);
        } finally {
            synchronized (this) {
                running = Optional.empty();
            }
        }
    }

    synchronized void stop() {
        asked = true;
        running.ifPresent(Run::stop);
    }
}
