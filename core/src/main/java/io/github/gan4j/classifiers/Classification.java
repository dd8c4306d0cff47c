package io.github.gan4j.classifiers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The predictions of a classifier for labelled images.
 *
 * @param classes their names
 * @param confusion the confusion matrix: a row for each true class, a column for each predicted one
 */
@JsonPropertyOrder({"images", "errors", "errorShare"})
public record Classification(List<String> classes, int[][] confusion) {
    private static final int BATCH = 500;

    public Classification {
        classes = List.copyOf(classes);
    }

    /** @throws IllegalArgumentException when the images are unlabelled, or have other classes or another shape */
    public static Classification of(ImageClassifier classifier, ImageSet images) {
        if (!images.labelNames().equals(classifier.labelNames()))
            throw new IllegalArgumentException("the images must have the classes of the classifier, "
                    + classifier.labelNames() + ", got " + images.labelNames());
        if (!images.shape().equals(classifier.shape()))
            throw new IllegalArgumentException("the images must be " + classifier.shape() + ", got " + images.shape());
        int[][] confusion =
                new int[images.labelNames().size()][images.labelNames().size()];
        for (int from = 0; from < images.size(); from += BATCH) {
            Batch batch = images.batch(from, Math.min(BATCH, images.size() - from));
            int[] predicted = classifier.classes(batch.values());
            for (int i = 0; i < predicted.length; i++) confusion[batch.labels()[i]][predicted[i]]++;
        }
        return new Classification(images.labelNames(), confusion);
    }

    @JsonProperty
    public int images() {
        return IntStream.range(0, confusion.length)
                .map(row -> IntStream.of(confusion[row]).sum())
                .sum();
    }

    /** The number of misclassified images. */
    @JsonProperty
    public int errors() {
        return images()
                - IntStream.range(0, confusion.length).map(c -> confusion[c][c]).sum();
    }

    /** The share of misclassified images, from 0 to 1. */
    @JsonProperty
    public double errorShare() {
        return (double) errors() / images();
    }
}
