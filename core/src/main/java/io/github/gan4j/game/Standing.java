package io.github.gan4j.game;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the game after the turns played so far; all that a referee may look at, and part of a checkpoint.
 *
 * @param behind by player: see {@link Turn#behind}; missing for a player that has not moved
 * @param belief of the discriminator that moved last, or as it was measured since
 * @param augmented probability of each change of {@linkplain Augmentation.Ada adaptive} augmentation
 */
public record Standing(Map<String, Double> behind, Optional<Belief> belief, double augmented) {
    public Standing {
        behind = Map.copyOf(behind);
    }

    public static Standing atStart() {
        return new Standing(Map.of(), Optional.empty(), 0);
    }

    public Standing after(Turn turn) {
        Map<String, Double> now = new HashMap<>(behind);
        now.put(turn.player(), turn.behind());
        return new Standing(now, turn.belief().or(() -> belief), augmented);
    }

    /** The same with another probability of changes. */
    public Standing with(double nowAugmented) {
        return new Standing(behind, belief, nowAugmented);
    }

    /** The same with a belief measured anew. */
    public Standing with(Belief measured) {
        return new Standing(behind, Optional.of(measured), augmented);
    }
}
