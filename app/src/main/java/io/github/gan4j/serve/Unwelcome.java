package io.github.gan4j.serve;

/** A request is refused with a status of HTTP. */
final class Unwelcome extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Unwelcome(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
