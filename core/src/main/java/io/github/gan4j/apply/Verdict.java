package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Opinions;
import java.util.ArrayList;
import java.util.List;

/**
 * What a classifier takes one image for.
 *
 * @param answer the most probable class
 * @param probabilities of all classes, each from 0 to 1
 */
public record Verdict(int answer, List<Float> probabilities) {
    static Verdict of(Opinions opinions, int image) {
        List<Float> probabilities = new ArrayList<>();
        for (int label = 0; label < opinions.classes(); label++) probabilities.add(opinions.probability(image, label));
        return new Verdict(opinions.classOf(image), List.copyOf(probabilities));
    }

    /** How probable the answer is, from 0 to 1. */
    public float confidence() {
        return probabilities.get(answer);
    }
}
