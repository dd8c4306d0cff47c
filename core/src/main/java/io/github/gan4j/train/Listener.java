package io.github.gan4j.train;

import java.io.IOException;

/** Observes a training, on the training's own thread. It must not change the training. */
public interface Listener {
    /** A step has been played. */
    default void stepped(Training training, Step step) throws IOException {}

    /** No further step will be played now. Not called when training breaks. */
    default void ended(Training training, Ending ending) throws IOException {}

    /** Both, this one first. */
    default Listener and(Listener second) {
        Listener first = this;
        return new Listener() {
            @Override
            public void stepped(Training training, Step step) throws IOException {
                first.stepped(training, step);
                second.stepped(training, step);
            }

            @Override
            public void ended(Training training, Ending ending) throws IOException {
                first.ended(training, ending);
                second.ended(training, ending);
            }
        };
    }
}
