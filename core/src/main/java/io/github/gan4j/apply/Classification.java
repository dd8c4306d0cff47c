package io.github.gan4j.apply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.Json;
import io.github.gan4j.model.TrainedClassifier;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier made of images whose class is known.
 *
 * @param classes their names
 * @param confusion how many images of a class, by row, were taken for a class, by column
 */
public record Classification(List<String> classes, int[][] confusion) {
    private static final int BATCH = 500;

    public Classification {
        classes = List.copyOf(classes);
    }

    /** @throws IllegalArgumentException when the images are unlabelled or of other classes than the classifier tells */
    public static Classification of(TrainedClassifier classifier, ImageSet images) {
        if (!images.labelNames().equals(classifier.labelNames()))
            throw new IllegalArgumentException("the images must have the classes of the classifier, "
                    + classifier.labelNames() + ", got " + images.labelNames());
        if (!images.shape().equals(classifier.shape()))
            throw new IllegalArgumentException("the images must be " + classifier.shape() + ", got " + images.shape());
        int[][] confusion =
                new int[images.labelNames().size()][images.labelNames().size()];
        for (int from = 0; from < images.size(); from += BATCH) {
            Batch batch = images.batch(from, Math.min(BATCH, images.size() - from));
            int[] told = classifier.classes(batch.values());
            for (int i = 0; i < told.length; i++) confusion[batch.labels()[i]][told[i]]++;
        }
        return new Classification(images.labelNames(), confusion);
    }

    public int images() {
        return IntStream.range(0, confusion.length)
                .map(row -> IntStream.of(confusion[row]).sum())
                .sum();
    }

    /** How many were taken for another class than theirs. */
    public int errors() {
        return images()
                - IntStream.range(0, confusion.length).map(c -> confusion[c][c]).sum();
    }

    /** As a JSON object: {@code images}, {@code errors}, {@code errorShare}, {@code classes}, {@code confusion}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("images", images()).put("errors", errors());
        json.put("errorShare", (double) errors() / images());
        json.set("classes", Json.tree(classes));
        ArrayNode rows = json.putArray("confusion");
        for (int[] row : confusion) rows.add(Json.tree(row));
        return json;
    }
}
