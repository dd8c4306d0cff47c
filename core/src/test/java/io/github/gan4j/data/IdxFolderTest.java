package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.RealData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxFolderTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private void images(String name, int count, int height, int width) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(16 + count * height * width);
        buffer.putInt(0x0803).putInt(count).putInt(height).putInt(width);
        while (buffer.hasRemaining()) buffer.put((byte) 255);
        Files.write(folder.resolve(name), buffer.array());
    }

    private void labels(String name, int... labels) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8 + labels.length);
        buffer.putInt(0x0801).putInt(labels.length);
        for (int label : labels) buffer.put((byte) label);
        Files.write(folder.resolve(name), buffer.array());
    }

    private ImageSet read(Part part, int size, int channels) throws IOException {
        return IdxFolder.read(folder, part, size, channels, warnings::add);
    }

    @Test
    void both_parts_are_found_with_either_spelling() throws IOException {
        images("train-images-idx3-ubyte", 3, 28, 28);
        labels("train-labels-idx1-ubyte", 0, 2, 1);
        images("t10k-images.idx3-ubyte", 2, 28, 28);
        labels("t10k-labels.idx1-ubyte", 1, 0);
        assertThat(IdxFolder.matches(folder)).isTrue();
        ImageSet train = read(Part.TRAIN, 0, 0);
        assertThat(train.describe()).isEqualTo("3 images, 28x28 grey, 3 classes");
        assertThat(train.label(1)).isEqualTo(2);
        assertThat(train.name(1)).isEqualTo("train-images-idx3-ubyte#1");
        assertThat(read(Part.TEST, 0, 0).size()).isEqualTo(2);
        assertThat(IdxFolder.read(folder.resolve("t10k-images.idx3-ubyte"), Part.TRAIN, 0, 0, warnings::add)
                        .size())
                .isEqualTo(2);
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_few_pixels_more_are_a_black_border_and_other_sizes_are_resized() throws IOException {
        images("train-images-idx3-ubyte", 1, 28, 28);
        float[] padded = read(Part.TRAIN, 32, 0).values(0);
        assertThat(padded[2 * 32 + 1]).isEqualTo(-1);
        assertThat(padded[1 * 32 + 2]).isEqualTo(-1);
        assertThat(padded[2 * 32 + 2]).isEqualTo(1);
        assertThat(padded[29 * 32 + 29]).isEqualTo(1);
        assertThat(padded[30 * 32 + 30]).isEqualTo(-1);
        assertThat(read(Part.TRAIN, 16, 3).values(0)).hasSize(3 * 16 * 16).containsOnly(1);
    }

    @Test
    void images_without_labels_are_unlabelled_and_that_is_said() throws IOException {
        images("train-images-idx3-ubyte", 2, 4, 6);
        assertThat(read(Part.TRAIN, 0, 0).describe()).isEqualTo("2 images, 6x4 grey, unlabelled");
        assertThat(warnings)
                .containsExactly("train-images-idx3-ubyte: no labels file beside it; the images are unlabelled");
    }

    @Test
    void labels_that_do_not_match_in_number_are_refused() throws IOException {
        images("train-images-idx3-ubyte", 3, 4, 4);
        labels("train-labels-idx1-ubyte", 1, 2);
        assertThatIOException()
                .isThrownBy(() -> read(Part.TRAIN, 0, 0))
                .withMessage("train-labels-idx1-ubyte: has 2 labels, but train-images-idx3-ubyte has 3 images");
    }

    @Test
    void classes_that_never_occur_are_worth_a_warning() throws IOException {
        images("train-images-idx3-ubyte", 2, 4, 4);
        labels("train-labels-idx1-ubyte", 0, 200);
        DataSource.at(folder).samples(1, warnings::add);
        assertThat(warnings).containsExactly("199 of 201 classes have no images, first 1");
    }

    @Test
    void what_is_missing_or_of_the_wrong_kind_is_named() throws IOException {
        assertThat(IdxFolder.matches(folder)).isFalse();
        assertThatIOException()
                .isThrownBy(() -> read(Part.TEST, 0, 0))
                .withMessage(folder + ": holds no t10k-images-idx3-ubyte file, plain or .gz");
        labels("train-images-idx3-ubyte", 1, 2);
        assertThatIOException()
                .isThrownBy(() -> read(Part.TRAIN, 0, 0))
                .withMessage("train-images-idx3-ubyte: expected 3 dimensions (count, height, width), got 1");
        images("a-train-images-idx3-ubyte", 1, 4, 4);
        assertThatIOException()
                .isThrownBy(() -> read(Part.TRAIN, 0, 0))
                .withMessageStartingWith(folder + ": holds several data sets; name one of [");
    }

    @Test
    void mnist_opens_within_seconds() throws IOException {
        Assumptions.assumeTrue(RealData.path("mnist").isPresent(), "shared/data/mnist is not here");
        Path mnist = RealData.path("mnist").orElseThrow();
        ImageSet train = IdxFolder.read(mnist, Part.TRAIN, 0, 0, warnings::add);
        assertThat(train.describe()).isEqualTo("60 000 images, 28x28 grey, 10 classes");
        assertThat(train.label(0)).isEqualTo(5);
        assertThat(IdxFolder.read(mnist, Part.TEST, 0, 0, warnings::add).size()).isEqualTo(10_000);
        assertThat(warnings).isEmpty();
    }

    @Test
    void names_that_unpacking_makes_are_found() throws IOException {
        Path alone = Files.createDirectory(folder.resolve("train-images-idx3-ubyte"));
        images("a", 2, 4, 4);
        labels("b", 1, 0);
        Files.move(folder.resolve("a"), alone.resolve("train-images-idx3-ubyte"));
        Path labels = Files.createDirectory(folder.resolve("train-labels-idx1-ubyte"));
        Files.move(folder.resolve("b"), labels.resolve("train-labels-idx1-ubyte"));
        assertThat(read(Part.TRAIN, 0, 0).describe()).isEqualTo("2 images, 4x4 grey, 2 classes");
        Files.copy(alone.resolve("train-images-idx3-ubyte"), folder.resolve("train-images.idx3-ubyte"));
        Files.copy(labels.resolve("train-labels-idx1-ubyte"), folder.resolve("train-labels.idx1-ubyte"));
        assertThat(read(Part.TRAIN, 0, 0).describe()).isEqualTo("2 images, 4x4 grey, 2 classes");
        ImageSet one = IdxFolder.read(alone.resolve("train-images-idx3-ubyte"), Part.TRAIN, 0, 0, warnings::add);
        assertThat(one.labelled()).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void images_of_emnist_are_turned_upright() throws IOException {
        Files.write(
                folder.resolve("emnist-letters-train-images-idx3-ubyte"),
                new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6});
        labels("emnist-letters-train-labels-idx1-ubyte", 3);
        ImageSet upright = read(Part.TRAIN, 0, 0);
        assertThat(upright.shape()).isEqualTo(SampleShape.image(1, 3, 2));
        assertThat(upright.picture(0).pixels()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(warnings)
                .containsExactly(
                        "emnist-letters-train-images-idx3-ubyte: the files of EMNIST hold images with rows and"
                                + " columns exchanged; they are turned upright",
                        "emnist-letters-train-labels-idx1-ubyte: its labels 1 to 26 are the classes A to Z");
        assertThat(upright.labelNames()).hasSize(26).startsWith("A", "B", "C").endsWith("Z");
        assertThat(upright.labelNames().get(upright.label(0))).isEqualTo("C");
    }

    @ParameterizedTest
    @CsvSource({
        "digits, 10, 9, 9",
        "mnist, 10, 7, 7",
        "letters, 26, 26, Z",
        "balanced, 47, 10, A",
        "balanced, 47, 38, d",
        "balanced, 47, 46, t",
        "bymerge, 47, 43, n",
        "byclass, 62, 35, Z",
        "byclass, 62, 36, a",
        "byclass, 62, 61, z"
    })
    void classes_of_emnist_have_the_names_of_its_mapping(String set, int classes, int label, String name)
            throws IOException {
        images("EMNIST-" + set + "-train-images-idx3-ubyte", 1, 4, 4);
        labels("EMNIST-" + set + "-train-labels-idx1-ubyte", label);
        ImageSet images = read(Part.TRAIN, 0, 0);
        assertThat(images.labelNames()).hasSize(classes).doesNotHaveDuplicates();
        assertThat(images.labelNames().get(images.label(0))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"letters, 0, 1 to 26", "letters, 27, 1 to 26", "balanced, 47, 0 to 46", "digits, 200, 0 to 9"})
    void a_label_that_a_set_of_emnist_lacks_is_damage(String set, int label, String known) throws IOException {
        images("emnist-" + set + "-train-images-idx3-ubyte", 1, 4, 4);
        labels("emnist-" + set + "-train-labels-idx1-ubyte", label);
        assertThatIOException()
                .isThrownBy(() -> read(Part.TRAIN, 0, 0))
                .withMessage("emnist-%s-train-labels-idx1-ubyte: label %d is none of the set's, which are %s"
                        .formatted(set, label, known));
    }

    @Test
    void files_in_an_archive_are_read_as_in_a_folder() throws IOException {
        images("train-images-idx3-ubyte", 3, 4, 4);
        labels("train-labels-idx1-ubyte", 0, 1, 0);
        images("t10k-images-idx3-ubyte", 1, 4, 4);
        labels("t10k-labels-idx1-ubyte", 1);
        ImageSet plain = read(Part.TRAIN, 0, 0);
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String file : List.of(
                    "train-images-idx3-ubyte",
                    "train-labels-idx1-ubyte",
                    "t10k-images-idx3-ubyte",
                    "t10k-labels-idx1-ubyte")) {
                out.putNextEntry(new ZipEntry("mnist/../../" + file));
                Files.copy(folder.resolve(file), out);
            }
        }
        ImageSource source = DataSource.at(zip);
        assertThat(source.images(Part.TRAIN, warnings::add).checksum()).isEqualTo(plain.checksum());
        assertThat(source.images(Part.TEST, line -> {}).size()).isEqualTo(1);
        assertThat(source.hasParts()).isTrue();
        assertThat(warnings).isEmpty();
        assertThat(folder.resolveSibling("train-images-idx3-ubyte")).doesNotExist();
    }
}
