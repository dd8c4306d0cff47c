package io.github.gan4j.game;

/** The two sides of a game. */
public enum Side {
    GENERATOR,
    DISCRIMINATOR
}
