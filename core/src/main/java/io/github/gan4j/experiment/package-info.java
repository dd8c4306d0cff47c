/**
 * Experiments: trials of plans over several seeds, kept and resumed, and what they came to. Published benchmarks with
 * their judges and the papers' rows; races between settings of one plan.
 *
 * <p>May use {@code run} and everything below. How a metric is computed belongs to {@code metrics}; plans for everyday
 * use are presets.
 */
package io.github.gan4j.experiment;
