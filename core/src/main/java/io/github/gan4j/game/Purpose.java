package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * What a generator makes small: its loss in the game, weighed, and how far its samples are from the reals behind its
 * input.
 *
 * @param game weight of the game; while it is 0 no discriminator is asked
 * @param contents what else is paid
 */
public record Purpose(Schedule game, List<Content> contents) {
    /** Nothing but the game. */
    public static final Purpose GAME = new Purpose(Schedule.constant(1), List.of());

    public Purpose {
        contents = List.copyOf(contents);
    }

    boolean plays(Moment moment) {
        return game.at(moment.images()) != 0;
    }

    Tensor loss(Tensor played, Tensor fakes, Reals reals, Moment moment) {
        double share = game.at(moment.images());
        Tensor sum = share == 1 ? played : played.times(share);
        for (Content content : contents) {
            Tensor cost = content.of(fakes, reals.samples());
            sum = sum.plus(cost.times(content.weight().at(moment.images())));
        }
        return sum;
    }
}
