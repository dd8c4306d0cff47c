package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.Optional;

/**
 * The mutual information between the predicted classes of unlabelled samples and those of their augmented views, which is
 * maximised: each sample in one class, its view in the same, and all classes alike often (Ji et al. 2019, arXiv:1807.06653,
 * equation 3; in a game Springenberg 2016, arXiv:1511.06390).
 */
public record MutualInformation(Schedule weight) implements Penalty {
    @Override
    public boolean ofWholeBatches() {
        return true;
    }

    @Override
    public Tensor of(Duel duel) {
        Discriminator player = duel.discriminator();
        Tensor plain = duel.real().samples().detached();
        Optional<Tensor> labels = duel.real().labels();
        Tensor first = Softmax.probabilities(KnownClasses.logits(player.lookAt(plain, labels)));
        Tensor second = Softmax.probabilities(KnownClasses.logits(player.look(plain, labels, duel.moment())));
        return Softmax.mutualInformation(first, second)
                .times(-weight.at(duel.moment().images()));
    }
}
