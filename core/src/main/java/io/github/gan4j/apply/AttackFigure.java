package io.github.gan4j.apply;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.Picture;
import java.util.List;
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
        return of(Example.of(victim, attack, aim, images.batch(0, images.size()), 0), victim.labelNames());
    }

    /** Two of these examples in a row, in their order. */
    public static Picture of(List<Example> examples, List<String> labelNames) {
        Captions tiles = new Captions(examples.get(0).shape(), 3 * Math.min(EXAMPLES_IN_A_ROW, examples.size()));
        for (Example example : examples) {
            float[] change = example.change();
            float largest = Captions.largest(change);
            tiles.add(example.image(), said(example.before(), labelNames));
            tiles.add(
                    Captions.stretched(change, largest),
                    largest > 0 ? String.format(Locale.ROOT, "change x %.3g", 1 / largest) : "no change");
            tiles.add(example.attacked(), said(example.after(), labelNames));
        }
        return tiles.picture();
    }

    private static String said(Verdict verdict, List<String> labelNames) {
        return String.format(Locale.ROOT, "%s  %.1f %%", labelNames.get(verdict.answer()), 100 * verdict.confidence());
    }
}
