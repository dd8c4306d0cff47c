package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StlFolderTest {
    private static final int PIXELS = 3 * 96 * 96;

    @TempDir
    Path root;

    private Path folder;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void unpacked() throws IOException {
        folder = Files.createDirectory(root.resolve("stl10_binary"));
    }

    private ImageSet read(Path path, Part part) throws IOException {
        return DataSource.at(path).images(part, warnings::add);
    }

    @Test
    void parts_labels_and_class_names_are_found() throws IOException {
        byte[] pixels = new byte[2 * PIXELS];
        pixels[PIXELS + 96] = (byte) 255; // second column of the second image's red plane
        Files.write(folder.resolve("train_X.bin"), pixels);
        Files.write(folder.resolve("train_y.bin"), new byte[] {10, 1});
        Files.write(folder.resolve("test_X.bin"), new byte[PIXELS]);
        Files.write(folder.resolve("test_y.bin"), new byte[] {3});
        ImageSet train = read(root, Part.TRAIN);
        assertThat(train.describe()).isEqualTo("2 images, 96x96 colour, 10 classes");
        assertThat(train.labelNames()).startsWith("airplane").endsWith("truck");
        assertThat(train.label(0)).isEqualTo(9);
        assertThat(train.values(1)[1]).isEqualTo(1);
        assertThat(train.values(1)[96]).isEqualTo(-1);
        Files.writeString(folder.resolve("class_names.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
        assertThat(read(folder, Part.TEST).labelNames()).startsWith("a", "b").hasSize(10);
        assertThat(warnings)
                .containsExactly(
                        "8 of 10 classes have no images, first 1 (bird)",
                        "9 of 10 classes have no images, first 0 (a)");
        Files.writeString(folder.resolve("class_names.txt"), "a\nb\n");
        read(folder, Part.TEST);
        assertThat(warnings).contains("class_names.txt: is not used: it has 2 names for 10 classes");
    }

    @Test
    void unlabelled_images_are_read_where_there_are_no_others() throws IOException {
        Files.write(folder.resolve("unlabeled_X.bin"), new byte[3 * PIXELS]);
        assertThat(read(root, Part.TRAIN).describe()).isEqualTo("3 images, 96x96 colour, unlabelled");
        assertThat(StlFolder.read(folder.resolve("unlabeled_X.bin"), Part.TRAIN, 48, 1, warnings::add)
                        .describe())
                .isEqualTo("3 images, 48x48 grey, unlabelled");
        assertThat(warnings).isEmpty();
    }

    @Test
    void labels_that_are_missing_or_do_not_match_are_named() throws IOException {
        Files.write(folder.resolve("train_X.bin"), new byte[PIXELS]);
        assertThat(read(folder, Part.TRAIN).labelled()).isFalse();
        assertThat(warnings).containsExactly("train_X.bin: no labels file beside it; the images are unlabelled");
        Files.write(folder.resolve("train_y.bin"), new byte[] {1, 2});
        assertThatIOException()
                .isThrownBy(() -> read(folder, Part.TRAIN))
                .withMessage("train_y.bin: has 2 labels, but train_X.bin has 1 images");
        assertThatIOException()
                .isThrownBy(() -> read(folder, Part.TEST))
                .withMessageEndingWith("test_X.bin: no such file or folder");
    }
}
