package io.github.gan4j.game;

import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.function.Function;

/**
 * The cross-entropy of the classes of labelled samples, for discriminators that tell classes apart (Salimans et al. 2016,
 * arXiv:1606.03498, section 5).
 *
 * @param samples those of a moment, labelled
 */
public record KnownClasses(Function<Moment, Reals> samples, double weight) implements Penalty {
    @Override
    public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
        Reals known = samples.apply(moment);
        Tensor scores = discriminator.classScores(known.samples(), moment);
        return Softmax.crossEntropy(scores, known.labels().orElseThrow(), 0).times(weight);
    }
}
