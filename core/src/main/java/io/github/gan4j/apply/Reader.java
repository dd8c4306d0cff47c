package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;

/** Whoever tells the classes of images. */
@FunctionalInterface
public interface Reader {
    /** @param images one after the other, channel planes in [-1, 1] */
    Reading read(float[] images);

    static Reader of(Classifier classifier) {
        return images -> Reading.of(classifier.opinions(images));
    }
}
