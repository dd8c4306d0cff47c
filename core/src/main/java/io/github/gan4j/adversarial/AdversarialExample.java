package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.ClassifierOutput;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An image before and after an attack, with the predictions for both.
 *
 * @param image {@code [channels, height, width]} in [-1, 1]
 * @param attacked likewise
 */
public record AdversarialExample(
        SampleShape shape, float[] image, float[] attacked, Prediction before, Prediction after) {
    /** From black to white. */
    private static final double RANGE = 2;

    /**
     * The images of a batch under attack.
     *
     * @param seed of the attack's random start
     */
    public static List<AdversarialExample> of(Classifier victim, Attack attack, Aim aim, Batch batch, long seed) {
        return of(victim, batch.values(), attack.changed(victim, batch, aim, seed));
    }

    /** Images before and after, each concatenated. */
    public static List<AdversarialExample> of(Classifier victim, float[] images, float[] attacked) {
        ClassifierOutput before = victim.output(images), after = victim.output(attacked);
        int size = victim.shape().size();
        List<AdversarialExample> examples = new ArrayList<>();
        for (int i = 0; i < before.count(); i++)
            examples.add(new AdversarialExample(
                    victim.shape(),
                    Arrays.copyOfRange(images, i * size, (i + 1) * size),
                    Arrays.copyOfRange(attacked, i * size, (i + 1) * size),
                    Prediction.of(before, i),
                    Prediction.of(after, i)));
        return examples;
    }

    /** The difference, pixel by pixel. */
    float[] change() {
        float[] change = new float[image.length];
        for (int i = 0; i < change.length; i++) change[i] = attacked[i] - image[i];
        return change;
    }

    /** The largest absolute change of a pixel, where black to white is 1. */
    public double largest() {
        return CaptionedGrid.largest(change()) / RANGE;
    }

    /** The Euclidean length of the change, in the unit of {@link #largest}. */
    public double length() {
        double sum = 0;
        for (float number : change()) sum += number * number;
        return Math.sqrt(sum) / RANGE;
    }

    /** The change, scaled to full contrast: grey where there is none. */
    public Picture changePicture() {
        float[] change = change();
        return shape.picture(CaptionedGrid.stretched(change, CaptionedGrid.largest(change)));
    }

    public Picture imagePicture() {
        return shape.picture(image);
    }

    public Picture attackedPicture() {
        return shape.picture(attacked);
    }
}
