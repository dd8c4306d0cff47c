package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Lesson;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * Adversarial training: {@code share} times the loss on images as they are, and the rest on the same images under
 * attack by what the pupil knows at that moment (Goodfellow et al. 2015, arXiv:1412.6572, section 6).
 *
 * @param share 0.5 in the paper
 */
public record AdversarialLesson(Attack attack, double share) implements Lesson {
    public AdversarialLesson {
        if (!(share >= 0 && share < 1))
            throw new IllegalArgumentException(
                    "the share of clean images must be at least 0 and below 1, got " + share);
    }

    /** Half and half, as in the paper. */
    public AdversarialLesson(Attack attack) {
        this(attack, 0.5);
    }

    /** Both kinds go through the pupil as one batch, so its batch normalisation learns the statistics of both. */
    @Override
    public Tensor loss(Classifier pupil, Tensor images, Tensor classes) {
        Tensor changed = attack.changed(pupil, images, classes, Aim.away());
        Tensor scores = pupil.scores(Tensor.concatenated(List.of(images, changed), 0), Pass.TRAINING);
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
