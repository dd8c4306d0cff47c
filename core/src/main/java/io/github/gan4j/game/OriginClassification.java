package io.github.gan4j.game;

import io.github.gan4j.networks.OriginScore;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cross-entropy of the classifier in a discriminator that tells several generators apart, paid by both sides (MGAN:
 * Hoang et al. 2018, arXiv:1708.02556, equation 4): 0 for a generator that is certainly identified, ln K where
 * the K generators are indistinguishable. Nothing before a discriminator that has no such classifier.
 *
 * @param weight called beta there
 */
public record OriginClassification(Schedule weight) implements Term {
    @Override
    public Optional<Tensor> discriminator(Duel duel) {
        return cost(duel);
    }

    @Override
    public Optional<Tensor> generator(Duel duel) {
        return cost(duel);
    }

    private Optional<Tensor> cost(Duel duel) {
        double beta = weight.at(duel.moment().images());
        if (beta == 0 || !(duel.fake().last() instanceof OriginScore head)) return Optional.empty();
        Tensor logits = duel.fake().from(head::origins);
        int[] own = new int[Math.toIntExact(logits.size(0))];
        Arrays.fill(own, duel.generator());
        Tensor origins = Tensor.ofClasses(own).on(duel.moment().device());
        return Optional.of(Softmax.crossEntropy(logits, origins, 0).times(beta));
    }
}
