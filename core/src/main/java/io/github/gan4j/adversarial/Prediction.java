package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.ClassifierOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a classifier to one image.
 *
 * @param answer the most probable class
 * @param probabilities of all classes
 */
public record Prediction(int answer, List<Float> probabilities) {
    static Prediction of(ClassifierOutput opinions, int image) {
        List<Float> probabilities = new ArrayList<>();
        for (int label = 0; label < opinions.classes(); label++) probabilities.add(opinions.probability(image, label));
        return new Prediction(opinions.classOf(image), List.copyOf(probabilities));
    }

    /** The probability of the answer. */
    public float confidence() {
        return probabilities.get(answer);
    }
}
