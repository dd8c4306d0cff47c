package io.github.gan4j.cli.options;

import java.util.OptionalDouble;

/** The value of an option that may be given without one. */
public record OptionalNumber(OptionalDouble value) {
    /** What picocli converts where no value is given. */
    public static final String NONE = "";

    static OptionalNumber of(String text) {
        return new OptionalNumber(
                text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text)));
    }
}
