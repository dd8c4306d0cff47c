package io.github.gan4j.metrics;

import io.github.gan4j.data.SampleShape;
import java.util.Arrays;

/** A property of an image as one number. */
@FunctionalInterface
public interface ImageMeasure {
    /**
     * @param image channel after channel, in [-1, 1]
     * @param shape of the image
     */
    double of(float[] image, SampleShape shape);

    /** Of many images, one after the other. */
    default double[] ofAll(float[] images, SampleShape shape) {
        double[] measured = new double[images.length / shape.size()];
        for (int i = 0; i < measured.length; i++)
            measured[i] = of(Arrays.copyOfRange(images, i * shape.size(), (i + 1) * shape.size()), shape);
        return measured;
    }
}
