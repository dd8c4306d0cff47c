package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @Test
    void info_counts_images_and_classes_and_names_what_it_could_not_read(@TempDir Path folder) throws IOException {
        image(folder.resolve("cat/1.png"));
        image(folder.resolve("cat/2.png"));
        image(folder.resolve("dog/1.png"));
        Files.writeString(folder.resolve("dog/notes.png"), "not a picture");
        Shell info = Shell.run("data", "info", folder.toString());
        assertThat(info.code()).isZero();
        assertThat(info.out().lines().toList())
                .startsWith(folder + ": 3 images, 16x16 grey, 2 classes", "       2  cat", "       1  dog");
        assertThat(info.err()).startsWith("gan4j: ").contains("dog/notes.png");
    }

    @Test
    void an_empty_folder_is_refused_by_name(@TempDir Path folder) {
        Shell info = Shell.run("data", "info", folder.toString());
        assertThat(info.code()).isEqualTo(1);
        assertThat(info.err()).startsWith("gan4j: " + folder + ": holds no images");
        assertThat(info.out()).isEmpty();
    }

    private static void image(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    }
}
