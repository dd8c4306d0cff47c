package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.ClassifierOutput;

/**
 * The answers of a classifier to images.
 *
 * @param classes the most probable class of each image
 * @param confidence its probability
 */
public record Predictions(int[] classes, float[] confidence) {
    static Predictions of(ClassifierOutput opinions) {
        int[] classes = new int[opinions.count()];
        float[] confidence = new float[opinions.count()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = opinions.classOf(i);
            confidence[i] = opinions.probability(i, classes[i]);
        }
        return new Predictions(classes, confidence);
    }

    /** Room for the predictions of {@code count} images. */
    static Predictions blank(int count) {
        return new Predictions(new int[count], new float[count]);
    }

    /** Copies these predictions into this one, from the image {@code from} on. */
    void write(Predictions other, int from) {
        System.arraycopy(other.classes, 0, classes, from, other.classes.length);
        System.arraycopy(other.confidence, 0, confidence, from, other.confidence.length);
    }

    /** The share of misclassified images, from 0 to 1. */
    public double error(int[] truth) {
        int wrong = 0;
        for (int i = 0; i < truth.length; i++) if (classes[i] != truth[i]) wrong++;
        return (double) wrong / truth.length;
    }

    /** The mean confidence of wrong answers; NaN where there are none. */
    public double confidenceWhenWrong(int[] truth) {
        double sum = 0;
        int wrong = 0;
        for (int i = 0; i < truth.length; i++) {
            if (classes[i] == truth[i]) continue;
            sum += confidence[i];
            wrong++;
        }
        return sum / wrong;
    }
}
