package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;

/**
 * Who learns in a step.
 *
 * @param kind which rule
 * @param discriminator turns of the discriminators before the other side's ({@code alternate}), or in a step ({@code repeat})
 * @param generator turns of the generators after that ({@code alternate}), or in a step ({@code repeat})
 * @param margin how far a side may be ahead before it waits ({@code margin})
 * @param ratio how many times less than the other's a side's loss may be before it waits ({@code loss-ratio})
 * @param together in every so many steps all players learn ({@code worst-player}); 0 for never
 * @param strength how much the side that is ahead is slowed down ({@code pace})
 */
public record RefereePlan(
        @Default("everyone") Kind kind,
        @Default("1") int discriminator,
        @Default("1") int generator,
        @Default("0.3") double margin,
        @Default("2") double ratio,
        @Default("2") int together,
        @Default("1") double strength) {

    /** The rules. */
    public enum Kind {
        /** Each player once in every step. */
        EVERYONE,
        /** So many turns of one side for so many of the other, each step with reals of its own. */
        ALTERNATE,
        /** So many turns of one side and then of the other in every step, all with the same reals. */
        REPEAT,
        /** Only the player that is losing most, and now and then all. */
        WORST_PLAYER,
        /** Both sides, unless one is ahead by the margin. */
        MARGIN,
        /** Both sides, unless the loss of one is many times less than the other's, each in units of its value at rest. */
        LOSS_RATIO,
        /** Each player once in every step, with a learning rate that falls for the side that is ahead. */
        PACE,
        /** Only generators: what they learn has to come from the content terms. */
        GENERATORS
    }

    public RefereePlan {
        Check.between("discriminator", discriminator, 1, 1000);
        Check.between("generator", generator, 1, 1000);
        if (!(margin > 0 && margin < 1))
            throw new IllegalArgumentException("margin must be above 0 and below 1, got " + margin);
        Check.between("ratio", ratio, 1, 1000);
        Check.between("together", together, 0, 1_000_000);
        Check.between("strength", strength, 0, 10);
    }
}
