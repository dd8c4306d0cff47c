package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.Picture;
import java.util.List;
import java.util.Locale;

/**
 * A picture of adversarial examples: clean image, change scaled to full contrast, attacked image, with the predicted class and
 * its confidence below.
 */
public final class AttackFigure {
    private static final int EXAMPLES_IN_A_ROW = 2;

    private AttackFigure() {}

    /** Attacks these images; two examples per row. */
    public static Picture of(Classifier victim, Attack attack, Aim aim, ImageSet images) {
        return of(AdversarialExample.of(victim, attack, aim, images.batch(0, images.size()), 0), victim.labelNames());
    }

    /** Two examples per row. */
    public static Picture of(List<AdversarialExample> examples, List<String> labelNames) {
        CaptionedGrid tiles =
                new CaptionedGrid(examples.get(0).shape(), 3 * Math.min(EXAMPLES_IN_A_ROW, examples.size()));
        for (AdversarialExample example : examples) {
            float[] change = example.change();
            float largest = CaptionedGrid.largest(change);
            tiles.add(example.image(), caption(example.before(), labelNames));
            tiles.add(
                    CaptionedGrid.stretched(change, largest),
                    largest > 0 ? String.format(Locale.ROOT, "change x %.3g", 1 / largest) : "no change");
            tiles.add(example.attacked(), caption(example.after(), labelNames));
        }
        return tiles.picture();
    }

    private static String caption(Prediction verdict, List<String> labelNames) {
        return String.format(Locale.ROOT, "%s  %.1f %%", labelNames.get(verdict.answer()), 100 * verdict.confidence());
    }
}
