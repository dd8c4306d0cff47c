package io.github.gan4j.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The direction in which a score improves. */
public enum Better {
    LOWER,
    HIGHER,
    /** Neither end is good: the score is best where real samples have it. */
    @JsonProperty("like-reals")
    LIKE_REALS
}
