package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.settings.Check;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * The loss of adversarial training: {@code share} times the loss on clean images, the rest on the same images attacked
 * with the classifier's current weights (Goodfellow et al. 2015, arXiv:1412.6572, section 6).
 *
 * @param share of the clean loss; 0.5 in the paper
 */
public record AdversarialLoss(Attack attack, double share) implements Lesson {
    public AdversarialLoss {
        Check.fraction("the share of clean images", share);
    }

    /** With equal shares, as in the paper. */
    public AdversarialLoss(Attack attack) {
        this(attack, 0.5);
    }

    /** Clean and attacked images go through as one batch, so that batch normalisation learns the statistics of both. */
    @Override
    public Tensor loss(Classifier classifier, Tensor images, Tensor classes) {
        Tensor changed = attack.changed(classifier, images, classes, Aim.untargeted());
        Tensor scores = classifier.scores(Tensor.concatenated(List.of(images, changed), 0), Pass.TRAINING);
        long count = images.size(0);
        Tensor clean = Softmax.crossEntropy(scores.narrowed(0, 0, count), classes, 0);
        Tensor attacked = Softmax.crossEntropy(scores.narrowed(0, count, count), classes, 0);
        return clean.times(share).plus(attacked.times(1 - share));
    }

    @Override
    public String about() {
        return "adversarial training (" + attack.describe() + ", share of clean images " + share + ")";
    }
}
