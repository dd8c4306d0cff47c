package io.github.gan4j.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private Numbers() {}

    /** {@code 12 345}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** {@code 1 image}, {@code 2 images}. */
    static String of(long number, String one) {
        return grouped(number) + " " + one + (number == 1 ? "" : "s");
    }
}
