package io.github.gan4j.data;

import java.io.IOException;

/** A set has no such part, as opposed to a part that cannot be read. */
final class MissingPart extends IOException {
    private static final long serialVersionUID = 1;

    MissingPart(String message) {
        super(message);
    }
}
