package io.github.gan4j.settings;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static void refuses(ThrowingCallable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
    }

    @Test
    void limits_themselves_are_allowed_and_nothing_beyond() {
        Check.between("n", 1, 1, 3);
        Check.between("n", 3, 1, 3);
        refuses(() -> Check.between("n", 0, 1, 3), "n must be between 1 and 3, got 0");
        refuses(() -> Check.between("n", 4, 1, 3), "n must be between 1 and 3, got 4");
        Check.between("x", 0.5, 0.5, 1);
        refuses(() -> Check.between("x", 1.5, 0.5, 1), "x must be between 0.5 and 1.0, got 1.5");
        Check.atLeast("n", 3, 3);
        refuses(() -> Check.atLeast("n", 2, 3), "n must be at least 3, got 2");
        Check.atLeast("x", 0.5, 0.5);
        refuses(() -> Check.atLeast("x", 0.4, 0.5), "x must be at least 0.5, got 0.4");
        Check.fraction("x", 0);
        Check.fraction("x", Math.nextDown(1.0));
        refuses(() -> Check.fraction("x", 1), "x must be at least 0 and below 1, got 1.0");
    }

    @Test
    void what_is_no_number_and_what_has_no_end_is_refused() {
        refuses(() -> Check.between("x", Double.NaN, 0, 1), "x must be between 0.0 and 1.0, got NaN");
        refuses(() -> Check.fraction("x", Double.NaN), "x must be at least 0 and below 1, got NaN");
        refuses(() -> Check.atLeast("x", Double.NaN, 0.0), "x must be at least 0.0, got NaN");
        refuses(() -> Check.atLeast("x", Double.POSITIVE_INFINITY, 0.0), "x must be at least 0.0, got Infinity");
    }
}
