package io.github.gan4j.train;

/** Why a training ended well. */
public enum Ending {
    /** It has seen as many images as planned. */
    IMAGES,
    /** It has taken as long as planned. */
    MINUTES,
    /** Somebody asked it to stop. */
    ASKED,
    /** Its samples had not become better for as many images as planned. */
    PATIENCE,
    /** It fell ill, and nothing was left to try. */
    ILL
}
