package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Opinions;
import java.util.Arrays;

/**
 * What a classifier takes images for, one after the other.
 *
 * @param classes the most probable class of each
 * @param confidence how probable that class is, from 0 to 1
 */
public record Reading(int[] classes, float[] confidence) {
    static Reading of(Opinions opinions) {
        int[] classes = new int[opinions.count()];
        float[] confidence = new float[opinions.count()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = opinions.classOf(i);
            confidence[i] = opinions.probability(i, classes[i]);
        }
        return new Reading(classes, confidence);
    }

    /** Nothing read yet, with room for so many images. */
    static Reading blank(int count) {
        return new Reading(new int[count], new float[count]);
    }

    /** Writes what another has read into this one, from an image on. */
    void write(Reading other, int from) {
        System.arraycopy(other.classes, 0, classes, from, other.classes.length);
        System.arraycopy(other.confidence, 0, confidence, from, other.confidence.length);
    }

    Reading first(int count) {
        return new Reading(Arrays.copyOf(classes, count), Arrays.copyOf(confidence, count));
    }

    /** The share of images taken for another class than the true one, from 0 to 1. */
    public double error(int[] truth) {
        int wrong = 0;
        for (int i = 0; i < truth.length; i++) if (classes[i] != truth[i]) wrong++;
        return (double) wrong / truth.length;
    }

    /** The mean confidence in the answers that are wrong; NaN where none is. */
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
