package io.github.gan4j.metrics;

/** Which way a score improves. */
public enum Better {
    LOWER,
    HIGHER,
    /** Neither end is good: the score is best where real samples have it. */
    LIKE_REALS
}
