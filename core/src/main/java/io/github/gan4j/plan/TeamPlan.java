package io.github.gan4j.plan;

import io.github.gan4j.game.Team;
import io.github.gan4j.game.Weighting;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * Several players on one side, alike but for their first weights.
 *
 * @param count how many
 * @param weighting how much the opinion of each counts for the other side; given weights of generators are also the shares
 *     of samples that each makes
 * @param batches the part of each batch that every player is dealt
 */
public record TeamPlan(
        @Default("2") int count,
        @Default("uniform") Weighting weighting,
        @Default("shared") Team.Batches batches) {
    public TeamPlan {
        Check.between("count", count, 2, 64);
        if (weighting instanceof Weighting.Given given && given.weights().size() != count)
            throw new IllegalArgumentException(
                    "weighting.given must have one number a player (" + count + "), got " + given.weights());
    }
}
