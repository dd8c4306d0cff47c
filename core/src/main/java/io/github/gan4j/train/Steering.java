package io.github.gan4j.train;

import io.github.gan4j.game.Referee;
import java.io.IOException;

/**
 * Guides a training from outside. It is asked before each step, on the training's own thread, and may wait (which is no
 * time of training), put another referee in for this step, or change {@link io.github.gan4j.game.Player#scaleRate rates}.
 * A training that is steered is no longer a function of its plan alone.
 */
@FunctionalInterface
public interface Steering {
    /** Leaves every step to the plan. */
    Steering NONE = (training, planned) -> planned;

    /**
     * @param planned the referee of the plan
     * @return who decides which players learn in the step to come
     */
    Referee next(Training training, Referee planned) throws IOException;
}
