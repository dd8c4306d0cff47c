package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;

/**
 * What a discriminator thinks of two batches: one logit per sample (or per pack), {@code [batch]}; high means real.
 * This is the only place that says so.
 */
public record Scores(Tensor real, Tensor fake) {}
