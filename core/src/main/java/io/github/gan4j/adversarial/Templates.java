package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.files.Picture;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.tensor.Gradients;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of each class score at a grey image: of a softmax regression its weights, exactly and for every image.
 */
public final class Templates {
    private Templates() {}

    /** One image per class, {@code [channels, height, width]}. */
    public static List<float[]> of(Classifier classifier) {
        List<float[]> templates = new ArrayList<>();
        for (int label = 0; label < classifier.labelNames().size(); label++) {
            try (Scope scope = new Scope()) {
                Tensor grey = Tensor.zeros(classifier.shape().dimensions(1))
                        .on(classifier.device())
                        .withGradient();
                Tensor score = classifier.scores(grey, Pass.SAMPLING).narrowed(1, label, 1);
                templates.add(Gradients.of(score.sum(), grey).toFloats());
            }
        }
        return templates;
    }

    /** One tile per class with its name: bright pixels raise its score, dark ones lower it. */
    public static Picture figure(Classifier classifier) {
        CaptionedGrid tiles = new CaptionedGrid(
                classifier.shape(), Math.min(5, classifier.labelNames().size()));
        List<float[]> templates = of(classifier);
        for (int label = 0; label < templates.size(); label++) {
            float[] template = templates.get(label);
            tiles.add(
                    CaptionedGrid.stretched(template, CaptionedGrid.largest(template)),
                    classifier.labelNames().get(label));
        }
        return tiles.picture();
    }
}
