package io.github.gan4j.classifiers;

import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.tensor.Tensor;

/** What a classifier makes small while it learns. */
@FunctionalInterface
public interface Lesson {
    /**
     * The loss of one batch, a scalar.
     *
     * @param images {@code [batch, channels, height, width]}
     * @param classes {@code [batch]}
     */
    Tensor loss(Classifier pupil, Tensor images, Tensor classes);

    /** What sets it apart from plain cross-entropy, in a few words for names and grades; empty where nothing does. */
    default String about() {
        return "";
    }

    /** Cross-entropy with the true classes. */
    static Lesson crossEntropy(double smoothing) {
        return (pupil, images, classes) ->
                Softmax.crossEntropy(pupil.scores(images, Pass.TRAINING), classes, smoothing);
    }
}
