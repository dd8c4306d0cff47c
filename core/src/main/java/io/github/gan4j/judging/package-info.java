/**
 * Scores of a training's samples while it runs: the metrics of its plan, applied to what its generators make now.
 *
 * <p>May use {@code metrics}, {@code model} and everything below them. How a metric is computed belongs to
 * {@code metrics}; which checkpoint is the best, to {@code run}.
 */
package io.github.gan4j.judging;
