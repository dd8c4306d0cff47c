package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/** The sizes that an image passes through on its way to a single score, or back. */
final class Halvings {
    private static final int COARSEST = 7;

    private Halvings() {}

    /**
     * From fine to coarse: the size is halved, odd ones rounded up, until it is 7 or less. The coarsest is then 4 to 7:
     * 28, 14, 7 and 64, 32, 16, 8, 4 and 36, 18, 9, 5.
     */
    static List<Integer> of(int size) {
        List<Integer> sizes = new ArrayList<>(List.of(size));
        for (int s = size; s > COARSEST; ) sizes.add(s = (s + 1) / 2);
        return List.copyOf(sizes);
    }
}
