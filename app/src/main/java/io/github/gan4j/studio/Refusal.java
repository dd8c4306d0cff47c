package io.github.gan4j.studio;

import java.util.Optional;

/** A request that is not granted, with its HTTP status and one line that says why. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    /** What the run is called now that was asked for; empty where that is not the reason. */
    private final String renamed;

    Refusal(int status, String reason) {
        this(status, reason, "");
    }

    private Refusal(int status, String reason, String renamed) {
        super(reason);
        this.status = status;
        this.renamed = renamed;
    }

    int status() {
        return status;
    }

    Optional<String> renamed() {
        return Optional.of(renamed).filter(name -> !name.isEmpty());
    }

    /** What was asked for does not go with what is going on. */
    static Refusal conflict(String reason) {
        return new Refusal(409, reason);
    }

    static Refusal missing(String reason) {
        return new Refusal(404, reason);
    }

    static Refusal renamed(String from, String to) {
        return new Refusal(404, "there is no run '" + from + "' here; it is called '" + to + "' now", to);
    }

    static Refusal forbidden(String reason) {
        return new Refusal(403, reason);
    }

    static Refusal tooLarge(String reason) {
        return new Refusal(413, reason);
    }
}
