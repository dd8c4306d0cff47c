package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackedImagesTest {
    @TempDir
    Path folder;

    private void write(Path to, int count) throws IOException {
        AttackedImages images = new AttackedImages(to, List.of("one"));
        SampleShape shape = SampleShape.image(1, 2, 2);
        images.add(
                new Batch(count, shape, new float[4 * count], new int[count]),
                new float[4 * count],
                Predictions.blank(count));
        images.close();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void fewer_images_than_before_leave_no_old_ones_and_only_those() throws IOException {
        Path images = folder.resolve("images");
        write(images, 4);
        Files.writeString(images.resolve("000009.png"), "not one of them");
        write(images, 2);
        assertThat(names(images)).containsExactly("000000.png", "000001.png", "000009.png", "labels.csv");
        assertThat(Files.readAllLines(images.resolve("labels.csv"))).hasSize(3);
    }

    @Test
    void a_folder_without_labels_is_not_its_own() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("000001.png"), "a photograph");
        write(photos, 1);
        assertThat(names(photos)).containsExactly("000000.png", "000001.png", "labels.csv");
    }
}
