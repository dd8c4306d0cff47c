package io.github.gan4j.settings;

/** Limits of values that a person writes down; each message is {@code NAME must be …, got VALUE}. */
public final class Check {
    private Check() {}

    public static void between(String name, long value, long least, long most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", got " + value);
    }

    public static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most))
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", got " + value);
    }

    /** From 0, which is allowed, to 1, which is not. */
    public static void fraction(String name, double value) {
        if (!(value >= 0 && value < 1))
            throw new IllegalArgumentException(name + " must be at least 0 and below 1, got " + value);
    }

    /** Above 0, which is not allowed, to {@code most}, which is. */
    public static void aboveZero(String name, double value, long most) {
        if (!(value > 0 && value <= most))
            throw new IllegalArgumentException(name + " must be above 0 and at most " + most + ", got " + value);
    }

    public static void atLeast(String name, double value, double least) {
        if (!(value >= least && value < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }

    public static void atLeast(String name, long value, long least) {
        if (value < least) throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
}
