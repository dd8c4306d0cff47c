package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;

/**
 * Samples and what a discriminator made of them. The samples carry gradients, so penalties need no second look.
 *
 * @param samples as they came
 * @param seen as the discriminator saw them, after augmentation
 * @param scores {@code [batch]}, or {@code [batch / pack]}
 */
public record Scored(Tensor samples, Tensor seen, Tensor scores) {}
