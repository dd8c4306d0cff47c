package io.github.gan4j.cli;

import java.util.Optional;

/** What {@code --minutes} and {@code --images} may be. */
final class Lengths {
    private static final double MOST_MINUTES = 1_000_000;

    private Lengths() {}

    static void check(Optional<Double> minutes, Optional<Long> images) {
        double most = minutes.orElse(1.0);
        if (!(most > 0)) throw new IllegalArgumentException("--minutes must be above 0, got " + text(most));
        if (most > MOST_MINUTES)
            throw new IllegalArgumentException("--minutes must be at most 1000000, got " + text(most));
        if (images.orElse(1L) < 1)
            throw new IllegalArgumentException("--images must be at least 1, got " + images.get());
    }

    private static String text(double number) {
        return number == Math.rint(number) && !Double.isInfinite(number)
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
