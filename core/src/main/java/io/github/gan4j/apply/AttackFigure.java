package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.Picture;
import java.util.Arrays;
import java.util.Locale;

/**
 * An attack as a picture: image, change made visible, attacked image; below the images what the victim takes them for,
 * with its confidence.
 */
public final class AttackFigure {
    private static final int EXAMPLES_IN_A_ROW = 2;

    private AttackFigure() {}

    /** Two of these images in a row, in their order. */
    public static Picture of(Classifier victim, Attack attack, Aim aim, ImageSet images) {
        Batch batch = images.batch(0, images.size());
        float[] changed = attack.changed(victim, batch, aim, 0);
        Reading before = Reading.of(victim, batch.values()), after = Reading.of(victim, changed);
        Captions tiles = new Captions(images.shape(), 3 * Math.min(EXAMPLES_IN_A_ROW, images.size()));
        int size = images.shape().size();
        for (int i = 0; i < images.size(); i++) {
            float[] image = Arrays.copyOfRange(batch.values(), i * size, (i + 1) * size);
            float[] attacked = Arrays.copyOfRange(changed, i * size, (i + 1) * size);
            float[] change = new float[size];
            for (int k = 0; k < size; k++) change[k] = attacked[k] - image[k];
            float largest = Captions.largest(change);
            tiles.add(image, said(victim, before, i));
            tiles.add(Captions.stretched(change, largest), String.format(Locale.ROOT, "change x %.3g", 1 / largest));
            tiles.add(attacked, said(victim, after, i));
        }
        return tiles.picture();
    }

    private static String said(Classifier victim, Reading reading, int image) {
        return String.format(
                Locale.ROOT,
                "%s  %.1f %%",
                victim.labelNames().get(reading.classes()[image]),
                100 * reading.confidence()[image]);
    }
}
