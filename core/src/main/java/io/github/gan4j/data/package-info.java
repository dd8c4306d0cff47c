/**
 * Endless samples as plain arrays: distributions, pen strokes, image sets, and the loader that prepares them ahead of
 * time. Everything here is a pure function of a seed and a position, so a run resumes exactly by remembering one number.
 *
 * <p>May use: {@code files} and the JDK. Does not belong here: tensors, networks, anything that knows about training.
 */
package io.github.gan4j.data;
