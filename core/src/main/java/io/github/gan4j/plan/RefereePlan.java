package io.github.gan4j.plan;

/**
 * Who learns in a step.
 *
 * @param kind which rule
 * @param discriminator turns of the discriminators before the other side's ({@code alternate}), or in a step ({@code repeat})
 * @param generator turns of the generators after that ({@code alternate}), or in a step ({@code repeat})
 * @param margin how far a side may be ahead before it waits ({@code margin})
 */
public record RefereePlan(
        @Default("everyone") Kind kind,
        @Default("1") int discriminator,
        @Default("1") int generator,
        @Default("0.3") double margin) {

    /** The rules. */
    public enum Kind {
        /** Each player once in every step. */
        EVERYONE,
        /** So many turns of one side for so many of the other, each step with reals of its own. */
        ALTERNATE,
        /** So many turns of one side and then of the other in every step, all with the same reals. */
        REPEAT,
        /** Only the player that is losing most. */
        WORST_PLAYER,
        /** Both sides, unless one is ahead by the margin. */
        MARGIN,
        /** Only generators: what they learn has to come from the content terms. */
        GENERATORS
    }

    public RefereePlan {
        Check.between("discriminator", discriminator, 1, 1000);
        Check.between("generator", generator, 1, 1000);
        if (!(margin > 0 && margin < 1))
            throw new IllegalArgumentException("margin must be above 0 and below 1, found " + margin);
    }
}
