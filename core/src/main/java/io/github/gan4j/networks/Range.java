package io.github.gan4j.networks;

/** The values that a number may have. */
final class Range {
    private Range() {}

    static void check(String name, int value, int least, int most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(
                    "%s must be between %d and %d, got %d".formatted(name, least, most, value));
    }
}
