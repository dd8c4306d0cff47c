package io.github.gan4j.train;

import io.github.gan4j.game.Turn;
import java.util.List;

/**
 * The record of one step.
 *
 * @param number steps played, this one included
 * @param images images seen, this step's included
 * @param seconds spent training, earlier parts of a resumed run included
 * @param turns in the order in which they were played
 */
public record Step(long number, long images, double seconds, List<Turn> turns) {
    public Step {
        turns = List.copyOf(turns);
    }
}
