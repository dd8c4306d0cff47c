package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;

/** Anything that classifies images. */
@FunctionalInterface
public interface Predictor {
    /** @param images concatenated, channel planes in [-1, 1] */
    Predictions predict(float[] images);

    static Predictor of(Classifier classifier) {
        return images -> Predictions.of(classifier.output(images));
    }
}
