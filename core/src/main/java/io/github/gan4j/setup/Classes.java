package io.github.gan4j.setup;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The classes of class-conditional players, and the rows of numbers that they are given.
 *
 * @param names by class index; empty where classes play no part
 */
public record Classes(List<String> names) {
    public static Classes of(Plan plan) {
        return new Classes(plan.conditional() ? plan.classes() : List.of());
    }

    public boolean told() {
        return !names.isEmpty();
    }

    public int count() {
        return names.size();
    }

    /**
     * Rows of zeros with a single one, one behind the other; nothing where classes play no part.
     *
     * @throws IllegalArgumentException when there is no such class
     */
    public Optional<float[]> rows(int... classes) {
        if (!told()) return Optional.empty();
        float[] rows = new float[Math.multiplyExact(classes.length, count())];
        for (int i = 0; i < classes.length; i++) {
            require(classes[i]);
            rows[i * count() + classes[i]] = 1;
        }
        return Optional.of(rows);
    }

    /** @throws IllegalArgumentException when there is no such class */
    public void require(int label) {
        Check.between("a class", label, 0, count() - 1);
    }

    /** The classes of the seeds from 0, as {@link #of(long)} gives them. */
    public int[] inTurn(int count) {
        return IntStream.range(0, count).map(this::of).toArray();
    }

    /**
     * The class of a seed where none is asked for: all take turns, and it does not depend on what else is asked for at the
     * time; 0 where classes play no part.
     */
    public int of(long seed) {
        return told() ? Math.floorMod(seed, count()) : 0;
    }
}
