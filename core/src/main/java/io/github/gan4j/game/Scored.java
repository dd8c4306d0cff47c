package io.github.gan4j.game;

import io.github.gan4j.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * Samples and what a discriminator made of them. The samples carry gradients, so penalties need no second look.
 *
 * @param samples as they came
 * @param view what augmentation did to them; it does the same to other samples
 * @param opinion of the views
 */
public record Scored(Tensor samples, UnaryOperator<Tensor> view, Opinion opinion) {
    /** {@code [batch]}, or {@code [batch / pack]}. */
    public Tensor scores() {
        return opinion.scores();
    }
}
