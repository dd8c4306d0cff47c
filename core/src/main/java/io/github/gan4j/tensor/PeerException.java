package io.github.gan4j.tensor;

/** Another process of a {@link Group} has ended, is silent or cannot be reached; in one line. */
public final class PeerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PeerException(String message) {
        super(message);
    }
}
