/**
 * Published benchmarks: each with its data, the plans that are tried on it, the judge of what they make, and the rows of
 * the papers to put beside. May use {@code run} and everything below. How a metric is computed belongs to
 * {@code metrics}; plans for everyday use are presets.
 */
package io.github.gan4j.bench;
