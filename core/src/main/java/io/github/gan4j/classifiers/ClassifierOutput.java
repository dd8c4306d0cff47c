package io.github.gan4j.classifiers;

/**
 * What a classifier makes of some images, row by row.
 *
 * @param features what its last layer looks at, {@code [count, width]} flattened
 * @param probabilities of the classes, {@code [count, classes]} flattened
 */
public record ClassifierOutput(int count, int width, float[] features, int classes, float[] probabilities) {
    public ClassifierOutput {
        if (features.length != (long) count * width || probabilities.length != (long) count * classes)
            throw new IllegalArgumentException("opinions on " + count + " images need " + count + " x " + width
                    + " features and " + count + " x " + classes + " probabilities, got " + features.length + " and "
                    + probabilities.length);
    }

    /** The most probable class of an image. */
    public int classOf(int image) {
        int best = 0;
        for (int c = 1; c < classes; c++) if (probability(image, c) > probability(image, best)) best = c;
        return best;
    }

    /** How probable a class is for an image, from 0 to 1. */
    public float probability(int image, int label) {
        return probabilities[image * classes + label];
    }
}
