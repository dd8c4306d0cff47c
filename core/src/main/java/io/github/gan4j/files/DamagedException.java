package io.github.gan4j.files;

import java.io.IOException;

/** A file was read from start to end, and what it holds is not what was written; reading it again changes nothing. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message);
    }

    DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
