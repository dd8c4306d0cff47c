package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;

/**
 * The mutual information between the predicted classes of unlabelled samples and those of their augmented views, which is
 * maximised: each sample in one class, its view in the same, and all classes alike often (Ji et al. 2019, arXiv:1807.06653,
 * equation 3; in a game Springenberg 2016, arXiv:1511.06390).
 */
public record MutualInformation(Schedule weight) implements Penalty {
    @Override
    public Tensor of(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
        Tensor plain = real.samples().detached();
        Tensor first = Softmax.probabilities(discriminator.classScoresOfSeen(plain, moment));
        Tensor second = Softmax.probabilities(discriminator.classScores(plain, moment));
        return Softmax.information(first, second).times(-weight.at(moment.images()));
    }
}
