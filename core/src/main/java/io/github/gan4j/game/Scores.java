package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;

/** The scores, {@code [batch]}, that a discriminator gave to reals and to fakes. */
record Scores(Tensor real, Tensor fake) {}
