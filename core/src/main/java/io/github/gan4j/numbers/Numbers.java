package io.github.gan4j.numbers;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
    private Numbers() {}

    /** {@code 12 345}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** {@code 1 image}, {@code 12 345 images}, {@code 10 classes}. */
    public static String of(long number, String one) {
        return grouped(number) + " " + one + (number == 1 ? "" : one.endsWith("s") ? "es" : "s");
    }
}
