package io.github.gan4j.metrics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A score and its floor.
 *
 * @param floor the same metric between two halves of the reals: no generator can be expected to be better
 */
public record Judgement(@JsonUnwrapped Score score, Score floor) {}
