package io.github.gan4j.game;

import io.github.gan4j.networks.ClassScore;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;
import java.util.function.Function;

/**
 * The cross-entropy of the classes of labelled samples, for discriminators that tell classes apart (Salimans et al. 2016,
 * arXiv:1606.03498, section 5).
 *
 * @param samples those of a moment, labelled
 */
public record KnownClasses(Function<Moment, Reals> samples, double weight) implements Penalty {
    @Override
    public Tensor of(Duel duel) {
        Reals known = samples.apply(duel.moment());
        Tensor logits = logits(duel.discriminator().look(known.samples(), Optional.empty(), duel.moment()));
        return Softmax.crossEntropy(logits, known.labels().orElseThrow(), 0).times(weight);
    }

    /**
     * The logits {@code [batch, classes]} of samples.
     *
     * @throws IllegalArgumentException when the discriminator does not tell classes apart
     */
    static Tensor logits(Scored scored) {
        if (scored.last() instanceof ClassScore head) return scored.from(head::classScores);
        throw new IllegalArgumentException(
                "the discriminator does not tell classes apart; its labels must be classify");
    }
}
