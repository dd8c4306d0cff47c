package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Slopes;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How far ahead a generator looks: it is judged by each discriminator as that would be after some more steps of learning
 * from the same batch, and learns through these steps too ("unrolled", Metz et al. 2017, arXiv:1611.02163, equations 7 to
 * 10). They are plain steps down the slope of the game, without penalties; the discriminator itself stays as it is.
 *
 * @param steps 0 for none
 * @param rate of these steps
 */
public record Foresight(int steps, Schedule rate) {
    /** Players as they are. */
    public static final Foresight NONE = new Foresight(0, Schedule.constant(0));

    private static final int MOST = 100;

    public Foresight {
        if (steps < 0 || steps > MOST)
            throw new IllegalArgumentException("foresight must be of 0 to " + MOST + " steps, got " + steps);
    }

    /**
     * What is calculated with a discriminator as it would be.
     *
     * @param real what it is shown of the reals
     * @param fake what it is shown of the generator's samples, through which these learn
     */
    <T> T of(Discriminator player, Objective objective, Tensor real, Tensor fake, Moment moment, Supplier<T> asked) {
        if (steps == 0) return asked.get();
        List<Tensor> weights = player.network().learnedTensors();
        for (int step = 0; step < steps; step++) {
            Tensor loss = player.network()
                    .with(
                            weights,
                            () -> objective.discriminator(
                                    new Scores(player.score(real, moment), player.score(fake, moment))));
            weights = moved(weights, Slopes.of(loss, weights), rate.at(moment.images()));
        }
        return player.network().with(weights, asked);
    }

    private static List<Tensor> moved(List<Tensor> weights, List<Tensor> slopes, double rate) {
        List<Tensor> moved = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++)
            moved.add(weights.get(i).minus(slopes.get(i).times(rate)));
        return moved;
    }
}
