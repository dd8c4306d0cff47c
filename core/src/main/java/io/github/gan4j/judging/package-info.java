/**
 * Scores of generated samples: the metrics of a plan while a training runs, and
 * {@link io.github.gan4j.judging.Evaluate}, the evaluation of a run or of images in files in one call.
 *
 * <p>May use {@code metrics}, {@code model} and everything below them. How a metric is computed belongs to
 * {@code metrics}; which checkpoint is the best, to {@code run}.
 */
package io.github.gan4j.judging;
