package io.github.gan4j.studio;

/** A request that is not granted, with its HTTP status and one line that says why. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** What was asked for does not go with what is going on. */
    static Refusal conflict(String reason) {
        return new Refusal(409, reason);
    }

    static Refusal missing(String reason) {
        return new Refusal(404, reason);
    }

    static Refusal forbidden(String reason) {
        return new Refusal(403, reason);
    }

    static Refusal tooLarge(String reason) {
        return new Refusal(413, reason);
    }
}
