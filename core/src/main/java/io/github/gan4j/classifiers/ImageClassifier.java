package io.github.gan4j.classifiers;

import io.github.gan4j.data.SampleShape;
import java.util.List;

/** Anything that assigns images to classes. */
public interface ImageClassifier {
    SampleShape shape();

    /** The names of the classes, by number. */
    List<String> labelNames();

    /** The most probable class of each of these concatenated images. */
    int[] classes(float[] images);
}
