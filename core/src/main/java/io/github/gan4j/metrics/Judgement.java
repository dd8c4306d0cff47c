package io.github.gan4j.metrics;

/**
 * A score and its floor.
 *
 * @param floor the same metric between two halves of the reals: no generator can be expected to be better
 */
public record Judgement(Score score, Score floor) {}
