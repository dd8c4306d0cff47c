package io.github.gan4j.networks;

import java.util.ArrayList;
import java.util.List;

/** The sizes that an image passes through on its way to a single score, or back. */
final class Halvings {
    private Halvings() {}

    /**
     * From fine to coarse: the size is halved, odd ones rounded up, until it is {@code coarsest} or less. With 7 these are
     * 28, 14, 7 and 64, 32, 16, 8, 4 and 36, 18, 9, 5; with 4 they are 28, 14, 7, 4.
     */
    static List<Integer> of(int size, int coarsest) {
        List<Integer> sizes = new ArrayList<>(List.of(size));
        for (int s = size; s > coarsest; ) sizes.add(s = (s + 1) / 2);
        return List.copyOf(sizes);
    }
}
