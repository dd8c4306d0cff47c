package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * Consistency regularisation: predictions for an unlabelled sample and its augmented view should agree. Where the plain
 * sample's class is certain enough, the cross-entropy of its augmented view with it (FixMatch: Sohn et al. 2020,
 * arXiv:2001.07685, equation 4; for discriminators Zhang et al. 2020, arXiv:1910.12027).
 *
 * @param confidence the threshold on the probability of the predicted class below which a sample is left out
 */
public record Consistency(Schedule weight, double confidence) implements Penalty {
    @Override
    public Tensor of(Duel duel) {
        double now = weight.at(duel.moment().images());
        if (now == 0) return Tensor.zeros().on(duel.moment().device());
        Discriminator player = duel.discriminator();
        Tensor plain = duel.real().samples().detached();
        Optional<Tensor> labels = duel.real().labels();
        Tensor predicted = Scope.withoutGradients(() ->
                Softmax.certain(Softmax.probabilities(KnownClasses.logits(player.lookAt(plain, labels))), confidence));
        Tensor logits = KnownClasses.logits(player.look(plain, labels, duel.moment()));
        return Softmax.crossEntropy(logits, predicted, 0).times(now);
    }
}
