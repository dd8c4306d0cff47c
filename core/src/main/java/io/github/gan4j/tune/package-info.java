/**
 * Short races between settings of a plan, over several seeds, so that the settings need not be guessed.
 *
 * <p>May use {@code run} and everything below. How a metric is computed, and presets, do not belong here.
 */
package io.github.gan4j.tune;
