package io.github.gan4j.adversarial;

import io.github.gan4j.data.Batch;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Attacked images as PNG files, numbered in the order of the attack, and {@code labels.csv} with the true class of each
 * and the class that the classifier sees in it: a data set for another classifier.
 */
final class AttackedImages {
    private final Path folder;
    private final List<String> labelNames;
    private final Table labels = new Table("file", "label", "predicted");
    private int count;

    AttackedImages(Path folder, List<String> labelNames) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.labelNames = labelNames;
    }

    /** @param attacked what became of the images of the batch, likewise */
    void add(Batch batch, float[] attacked, Predictions predicted) throws IOException {
        List<Picture> pictures = batch.shape().pictures(attacked);
        for (int i = 0; i < batch.count(); i++) {
            String file = name(count++);
            ImageFile.writePng(folder.resolve(file), pictures.get(i));
            labels.row(
                    file,
                    labelNames.get(batch.labels()[i]),
                    labelNames.get(predicted.classes()[i]));
        }
    }

    private static String name(int image) {
        return "%06d.png".formatted(image);
    }

    /** Writes the classes beside the images. What an attack before wrote beyond the last of them goes. */
    void close() throws IOException {
        Path classes = folder.resolve("labels.csv");
        if (Files.exists(classes)) for (int old = count; Files.deleteIfExists(folder.resolve(name(old))); ) old++;
        AtomicFile.writeString(classes, labels.csv());
    }
}
