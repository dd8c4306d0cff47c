package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests expect of values that are refused. */
public final class Refusals {
    private static final char ANYTHING = '…';

    private Refusals() {}

    /** That code is refused in one line; {@code …} stands for words, as where all known ones are listed. */
    public static void refuses(ThrowingCallable code, String message) {
        int gap = message.indexOf(ANYTHING);
        String start = gap < 0 ? message : message.substring(0, gap).stripTrailing();
        String end = gap < 0 ? message : message.substring(gap + 1).stripLeading();
        var error = assertThatThrownBy(code)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start)
                .hasMessageEndingWith(end);
        if (gap < 0) error.hasMessage(message);
        error.message().doesNotContain("\n");
    }
}
