/**
 * Weights of other runs and files, taken over by a new training: where they lie, which of them belong to which player, and
 * what fits. What a file format looks like belongs into {@code files}, what a run does next into {@code run}.
 */
package io.github.gan4j.transfer;
