package io.github.gan4j.schedule;

import java.util.Locale;

/** What every schedule asks of its numbers. */
final class Checks {
    private Checks() {}

    /** A product of four digits. */
    static double times(double value, double factor) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3e", value * factor));
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value))
            throw new IllegalArgumentException(name + " must be a finite number, got " + value);
    }

    static void seen(long images) {
        if (images < 0) throw new IllegalArgumentException("images seen cannot be negative, got " + images);
    }

    static long stretched(long images, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor))
            throw new IllegalArgumentException("a schedule is stretched by a factor above 0, got " + factor);
        return Math.max(1, Math.round(images * factor));
    }
}
