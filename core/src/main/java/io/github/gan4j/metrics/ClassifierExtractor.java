package io.github.gan4j.metrics;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.ClassifierOutput;
import io.github.gan4j.data.Batch;
import java.util.List;
import java.util.Optional;

/**
 * A classifier that gan4j taught itself: what its last layer looks at, and the probabilities that it gives. It owns the
 * classifier.
 */
public record ClassifierExtractor(Classifier classifier, String hash) implements Extractor {
    public ClassifierExtractor(Classifier classifier) {
        this(classifier, classifier.hash());
    }

    @Override
    public String name() {
        return "classifier (" + classifier.structure().word() + ")";
    }

    @Override
    public List<String> classes() {
        return classifier.labelNames();
    }

    @Override
    public Extraction look(Batch images) {
        if (!images.shape().equals(classifier.shape()))
            throw new IllegalArgumentException("this classifier looks at images of " + classifier.shape()
                    + ", these are " + images.shape() + "; both must have one size and one kind of colour");
        ClassifierOutput found = classifier.output(images.values());
        return new Extraction(
                new Features(found.count(), found.width(), found.features()),
                Optional.of(new Features(found.count(), found.classes(), found.probabilities())));
    }

    @Override
    public void close() {
        classifier.close();
    }
}
