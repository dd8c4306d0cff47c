package io.github.gan4j.classifiers;

import io.github.gan4j.data.Split;

/**
 * How a classifier did on images that it had not learned.
 *
 * @param data checksum of the images that it learned
 * @param recipe how it learned them, in words
 * @param split how the images to judge it with were held out
 * @param images how many those were
 * @param accuracy share of them classified correctly, 0 to 1
 */
public record Grade(String data, String recipe, String split, int images, double accuracy) {
    static Grade of(Classifier classifier, Split split, String recipe) {
        return new Grade(
                split.train().checksum(), recipe, split.how(), split.test().size(), classifier.accuracy(split.test()));
    }
}
