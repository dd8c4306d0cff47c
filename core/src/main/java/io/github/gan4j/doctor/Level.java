package io.github.gan4j.doctor;

/** The urgency of a diagnosis. */
public enum Level {
    /** Nothing to do. */
    GOOD,
    /** Good to know. */
    NOTE,
    /** Action is needed. */
    WARNING
}
