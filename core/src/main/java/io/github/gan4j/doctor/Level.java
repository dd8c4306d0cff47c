package io.github.gan4j.doctor;

/** How much a diagnosis asks of people. */
public enum Level {
    /** Nothing. */
    GOOD,
    /** To know. */
    NOTE,
    /** To act: an alarm. */
    WARNING
}
