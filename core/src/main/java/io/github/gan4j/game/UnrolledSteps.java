package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Steps of a discriminator through which a generator learns: it is judged as if the discriminator had taken them, from the
 * same batch ("unrolled", Metz et al. 2017, arXiv:1611.02163, equations 7 to 10). They are plain gradient steps of the game,
 * without further terms; the discriminator itself stays as it is.
 *
 * @param steps how many
 * @param learningRate of these steps
 */
public record UnrolledSteps(
        @Default("5") int steps, @Default("1e-3") Schedule learningRate) {
    public UnrolledSteps {
        Check.between("steps", steps, 1, 100);
        learningRate.requireBetween("learningRate", 0, 100);
    }

    /**
     * A calculation with the discriminator as it would be.
     *
     * @param real what it would learn from: reals, and
     * @param fake fakes, through which their generator can learn
     */
    <T> T taken(
            Discriminator player,
            Objective objective,
            Tensor real,
            Tensor fake,
            Optional<Tensor> labels,
            Moment moment,
            Supplier<T> calculation) {
        List<Tensor> weights = player.network().learnedTensors();
        for (int step = 0; step < steps; step++) {
            Tensor loss = player.network()
                    .with(
                            weights,
                            () -> objective.discriminator(
                                    player.judge(real, labels, moment), player.judge(fake, labels, moment)));
            weights = moved(weights, Gradients.differentiable(loss, weights), learningRate.at(moment.images()));
        }
        return player.network().with(weights, calculation);
    }

    private static List<Tensor> moved(List<Tensor> weights, List<Tensor> gradients, double rate) {
        List<Tensor> moved = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++)
            moved.add(weights.get(i).minus(gradients.get(i).times(rate)));
        return moved;
    }
}
