package io.github.gan4j.networks;

import io.github.gan4j.data.SampleShape;
import java.util.ArrayList;
import java.util.List;

/** The sizes of square images on their way through a network. */
final class Sides {
    private Sides() {}

    /** The side of square images of 16 to 256 pixels, in multiples of 4. */
    static int of(String architecture, SampleShape sample) {
        if (!sample.isImage())
            throw new IllegalArgumentException(
                    architecture + " is for images, not for a " + sample + "; use perceptron");
        if (sample.height() != sample.width())
            throw new IllegalArgumentException("%s is for square images, got %dx%d; use perceptron or crop to a square"
                    .formatted(architecture, sample.width(), sample.height()));
        if (sample.height() % 4 != 0 || sample.height() < 16 || sample.height() > 256)
            throw new IllegalArgumentException(
                    architecture + " is for multiples of 4 from 16 to 256 pixels, got " + sample.height());
        return sample.height();
    }

    static void requireDigit(String architecture, int side) {
        if (side != 28)
            throw new IllegalArgumentException(architecture + " is for 28x28 pixels, got %1$dx%1$d".formatted(side));
    }

    /**
     * From fine to coarse: the side is halved, odd ones rounded up, until it is {@code coarsest} or less. With 7 these are
     * 28, 14, 7 and 64, 32, 16, 8, 4 and 36, 18, 9, 5; with 4 they are 28, 14, 7, 4.
     */
    static List<Integer> halved(int side, int coarsest) {
        List<Integer> sides = new ArrayList<>(List.of(side));
        for (int s = side; s > coarsest; ) sides.add(s = (s + 1) / 2);
        return List.copyOf(sides);
    }
}
