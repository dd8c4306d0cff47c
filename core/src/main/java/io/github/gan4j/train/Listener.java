package io.github.gan4j.train;

import java.io.IOException;

/** Observes a training, on the training's own thread. It must not change the training. */
public interface Listener {
    /** A step has been played. */
    default void stepped(Training training, Step step) throws IOException {}

    /** No further step will be played now. Not called when training breaks. */
    default void ended(Training training, Ending ending) throws IOException {}
}
