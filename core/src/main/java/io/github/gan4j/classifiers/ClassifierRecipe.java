package io.github.gan4j.classifiers;

import io.github.gan4j.settings.Check;

/**
 * How a classifier learns.
 *
 * @param images seen in all; the clock, as everywhere
 * @param batch images in a step
 * @param rate highest learning rate (Adam); it rises over the first twentieth and falls to 0 on a half cosine
 * @param shift the most pixels by which an image is moved at random, each way; what is uncovered is filled with its edge
 * @param smoothing share of certainty spread over all classes
 * @param seed of weights, order and shifts
 */
public record ClassifierRecipe(long images, int batch, double rate, int shift, double smoothing, long seed) {
    public ClassifierRecipe {
        Check.between("images", images, 1, 1_000_000_000_000L);
        Check.between("batch", batch, 2, 65_536);
        Check.between("shift", shift, 0, 64);
        if (!(rate > 0 && rate <= 1))
            throw new IllegalArgumentException("rate must be above 0, at most 1, got " + rate);
        Check.fraction("smoothing", smoothing);
    }

    /** The usual length for a number of training images: four epochs, and at least 120 000 images. */
    public static ClassifierRecipe usual(int images) {
        return new ClassifierRecipe(Math.max(4L * images, 120_000), 128, 4e-3, 2, 0, 1);
    }

    public ClassifierRecipe withImages(long images) {
        return new ClassifierRecipe(images, batch, rate, shift, smoothing, seed);
    }

    /** Shifts of at most this many pixels: 0 for models that cannot learn translation invariance, or where position matters. */
    public ClassifierRecipe withShift(int shift) {
        return new ClassifierRecipe(images, batch, rate, shift, smoothing, seed);
    }

    /** The learning rate of the step that begins at a number of images seen. */
    double rate(long seen) {
        double share = Math.min(1, (double) seen / images), rise = 0.05;
        return share < rise
                ? rate * (0.05 + 0.95 * share / rise)
                : rate * 0.5 * (1 + Math.cos(Math.PI * (share - rise) / (1 - rise)));
    }
}
