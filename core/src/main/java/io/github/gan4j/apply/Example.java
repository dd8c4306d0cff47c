package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Opinions;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An image, what an attack made of it, and what a classifier takes both for.
 *
 * @param image {@code [channels, height, width]} in [-1, 1]
 * @param attacked the same, changed
 */
public record Example(SampleShape shape, float[] image, float[] attacked, Verdict before, Verdict after) {
    /** A pixel from black to white, 1 in the papers, is 2 here. */
    private static final double RANGE = 2;

    /**
     * The images of a batch, attacked, in their order.
     *
     * @param seed of the attack's random start
     */
    public static List<Example> of(Classifier victim, Attack attack, Aim aim, Batch batch, long seed) {
        return of(victim, batch.values(), attack.changed(victim, batch, aim, seed));
    }

    /** Images, one after the other, and what became of them. */
    public static List<Example> of(Classifier victim, float[] images, float[] attacked) {
        Opinions before = victim.opinions(images), after = victim.opinions(attacked);
        int size = victim.shape().size();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < before.count(); i++)
            examples.add(new Example(
                    victim.shape(),
                    Arrays.copyOfRange(images, i * size, (i + 1) * size),
                    Arrays.copyOfRange(attacked, i * size, (i + 1) * size),
                    Verdict.of(before, i),
                    Verdict.of(after, i)));
        return examples;
    }

    /** The change of each number. */
    float[] change() {
        float[] change = new float[image.length];
        for (int i = 0; i < change.length; i++) change[i] = attacked[i] - image[i];
        return change;
    }

    /** The largest change of any number, where 1 lies between black and white. */
    public double largest() {
        return Captions.largest(change()) / RANGE;
    }

    /** The Euclidean length of the change, in the same unit. */
    public double length() {
        double sum = 0;
        for (float number : change()) sum += number * number;
        return Math.sqrt(sum) / RANGE;
    }

    /** The change made visible: grey where there is none, its largest number white or black. */
    public Picture changePicture() {
        float[] change = change();
        return picture(Captions.stretched(change, Captions.largest(change)));
    }

    public Picture imagePicture() {
        return picture(image);
    }

    public Picture attackedPicture() {
        return picture(attacked);
    }

    private Picture picture(float[] values) {
        return Picture.of(values, 0, shape.channels(), shape.height(), shape.width());
    }
}
