/**
 * How good samples are: one metric a file, each a pure function of two sets of samples or of their features, and the
 * score that it gives with its counts and interval.
 *
 * <p>May use {@code classifiers}, {@code data}, {@code files} and {@code tensor}. Features and images come as plain
 * arrays, so nothing here knows a generator, a plan, a run or a training.
 */
package io.github.gan4j.metrics;
