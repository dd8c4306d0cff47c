package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TopK;
import java.util.Optional;

/**
 * A generator's part in the game.
 *
 * @param weight of the game beside other terms; while it is 0 no discriminator is asked
 * @param topK fraction of a generator's samples from which it learns, those with the highest scores (Sinha et al. 2020,
 *     arXiv:2002.06224); 1 for all
 * @param unrolled steps of the discriminators through which it learns, if any
 */
public record GameLoss(Schedule weight, Schedule topK, Optional<UnrolledSteps> unrolled) {
    /** All samples, before discriminators as they are. */
    public static final GameLoss PLAIN = new GameLoss(Schedule.constant(1), Schedule.constant(1), Optional.empty());

    public GameLoss {
        weight.requireBetween("weight", 0, 1e6);
        if (!(topK.lowest() > 0 && topK.highest() <= 1))
            throw new IllegalArgumentException("topK must stay above 0 and at most 1, got " + topK.text());
    }

    /** What in it depends on a batch as a whole, if anything does. */
    Optional<String> indivisible() {
        if (topK.lowest() < 1) return Optional.of("top-k");
        return unrolled.map(steps -> "unrolled steps");
    }

    boolean played(Moment moment) {
        return weight.at(moment.images()) != 0;
    }

    /** The generator's loss before one discriminator, from the samples that count. */
    Tensor of(Objective objective, Duel duel) {
        double share = topK.at(duel.moment().images());
        if (share == 1) return objective.generator(duel.real(), duel.fake());
        long fakes = duel.fake().scores().size(0);
        long count = Math.max(1, (long) Math.ceil(share * fakes));
        if (count >= fakes) return objective.generator(duel.real(), duel.fake());
        Tensor best = TopK.places(duel.fake().scores(), count);
        // each fake that is left out takes the real it is compared with along
        boolean paired = duel.real().scores().size(0) == fakes;
        return objective.generator(
                paired ? duel.real().picked(best) : duel.real(), duel.fake().picked(best));
    }

    Tensor weighed(Tensor game, Moment moment) {
        double now = weight.at(moment.images());
        return now == 1 ? game : game.times(now);
    }
}
