package io.github.gan4j.explore;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Features;
import io.github.gan4j.metrics.ImageMeasure;

/**
 * How probable a classifier finds one class, from 0 to 1: directions and concepts by label for generators that are not class-conditional.
 * It borrows the classifier.
 */
public record ClassMeasure(Extractor classifier, int label) implements ImageMeasure {
    /** @throws IllegalArgumentException when it knows no such class */
    public ClassMeasure {
        int classes = classifier.classes().size();
        if (label < 0 || label >= classes)
            throw new IllegalArgumentException(
                    "a class of this classifier is within 0 and " + (classes - 1) + ", got " + label);
    }

    @Override
    public double of(float[] image, SampleShape shape) {
        return ofAll(image, shape)[0];
    }

    @Override
    public double[] ofAll(float[] images, SampleShape shape) {
        int count = images.length / shape.size();
        Features found = classifier
                .look(new Batch(count, shape, images, new int[0]))
                .probabilities()
                .orElseThrow();
        double[] probabilities = new double[count];
        for (int i = 0; i < count; i++) probabilities[i] = found.values()[i * found.width() + label];
        return probabilities;
    }
}
