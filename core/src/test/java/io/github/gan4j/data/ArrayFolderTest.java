package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.NpyTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFolderTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private static byte[] array(String shape, int count) {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) numbers[i] = (byte) i;
        return NpyTest.npy(1, "'|u1'", false, shape, numbers);
    }

    private static byte[] labels(int... classes) {
        byte[] numbers = new byte[classes.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = (byte) classes[i];
        return NpyTest.npy(1, "'|u1'", false, classes.length + ",", numbers);
    }

    private Path npz(String file, Object... namesAndArrays) throws IOException {
        Path path = folder.resolve(file);
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndArrays.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndArrays[i] + ".npy"));
                zip.write((byte[]) namesAndArrays[i + 1]);
            }
        }
        return path;
    }

    private ImageSet read(Path path, Part part) throws IOException {
        return DataSource.at(path).images(part, warnings::add);
    }

    private static byte[] texts(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) all.append(text).append("\0".repeat(4 - text.length()));
        byte[] wide = all.toString().getBytes(Charset.forName("UTF-32LE"));
        return NpyTest.npy(1, "'<U4'", false, texts.length + ",", wide);
    }

    @Test
    void names_of_classes_beside_their_numbers_are_used_whatever_the_order_of_the_arrays() throws IOException {
        for (String name : List.of("class_names", "label_names", "classes", "target_names", "label_map")) {
            byte[] images = array("3, 4, 4", 48), numbers = labels(1, 0, 1), names = texts("cat", "owl");
            for (Path path : List.of(
                    npz("one.npz", name, names, "images", images, "labels", numbers),
                    npz("two.npz", "x_train", images, "y_train", numbers, name, names))) {
                warnings.clear();
                ImageSet animals = read(path, Part.TRAIN);
                assertThat(animals.labelNames()).as(name + warnings).containsExactly("cat", "owl");
                assertThat(animals.label(0)).isEqualTo(1);
            }
        }
    }

    @Test
    void names_that_do_not_fit_are_not_used_and_that_is_said() throws IOException {
        byte[] images = array("3, 4, 4", 48);
        byte[] few = texts("cat"), twice = texts("cat", "cat"), objects = NpyTest.npy(1, "'|O'", false, "2,");
        Object[][] all = {
            {labels(1, 0, 1), few, "it has 1 names for 2 classes"},
            {labels(1, 0, 1), twice, "a name is empty or comes twice"},
            {labels(1, 0, 1), labels(0, 1), "it holds no texts"},
            {labels(1, 0, 1), objects, "it holds Python objects, which are pickles and not read; save plain numbers"},
            {texts("cat", "owl", "cat"), texts("a", "b"), "the labels are names themselves"}
        };
        for (Object[] each : all) {
            warnings.clear();
            ImageSet animals =
                    read(npz("a.npz", "class_names", each[1], "images", images, "labels", each[0]), Part.TRAIN);
            assertThat(animals.labelNames()).hasSize(2);
            assertThat(warnings).containsExactly("a.npz/class_names: is not used: " + each[2]);
        }
    }

    @Test
    void floats_of_255_are_said() throws IOException {
        byte[] floats = new byte[64];
        floats[63] = 0x43; // 128 in binary32
        read(npz("f.npz", "images", NpyTest.npy(1, "'<f4'", false, "1, 4, 4", floats)), Part.TRAIN);
        assertThat(warnings)
                .contains("f.npz/images: its floats reach 128.0, so they are taken for shades from 0 to 255");
    }

    @Test
    void classes_may_be_texts_of_either_kind() throws IOException {
        byte[] wide = "owl\0cat\0owl\0".getBytes(Charset.forName("UTF-32LE"));
        Path path =
                npz("birds.npz", "images", array("3, 4, 4", 48), "labels", NpyTest.npy(1, "'<U4'", false, "3,", wide));
        ImageSet birds = read(path, Part.TRAIN);
        assertThat(birds.labelNames()).containsExactly("cat", "owl");
        assertThat(List.of(birds.label(0), birds.label(1), birds.label(2))).containsExactly(1, 0, 1);
        byte[] narrow = "b\0\0\0chat".getBytes(StandardCharsets.UTF_8);
        path = npz("b.npz", "images", array("2, 4, 4", 32), "labels", NpyTest.npy(1, "'|S4'", false, "2,", narrow));
        assertThat(read(path, Part.TRAIN).labelNames()).containsExactly("b", "chat");
        assertThat(warnings).isEmpty();
    }

    @Test
    void texts_that_are_no_classes_are_refused() throws IOException {
        Object[] images = {"images", array("2, 4, 4", 32), "labels"};
        assertThatIOException()
                .isThrownBy(() -> read(
                        npz(
                                "a.npz",
                                images[0],
                                images[1],
                                images[2],
                                NpyTest.npy(1, "'|S2'", false, "2,", new byte[4])),
                        Part.TRAIN))
                .withMessage("a.npz/labels: a class has no name");
        byte[] broken = {(byte) 0xff, 'a', 'b', 'c'};
        assertThatIOException()
                .isThrownBy(() -> read(
                        npz("b.npz", images[0], images[1], images[2], NpyTest.npy(1, "'|S2'", false, "2,", broken)),
                        Part.TRAIN))
                .withMessage("b.npz/labels: its text number 0 is not UTF-8");
        assertThatIOException()
                .isThrownBy(() -> read(
                        npz("c.npz", images[0], images[1], images[2], NpyTest.npy(1, "'|S9999'", false, "2,", broken)),
                        Part.TRAIN))
                .withMessageStartingWith("c.npz/labels: expected more than the ");
        assertThatIOException()
                .isThrownBy(() -> read(
                        npz("d.npz", "images", NpyTest.npy(1, "'|S2'", false, "2, 2, 2", new byte[16])), Part.TRAIN))
                .withMessage("d.npz/images: it holds texts (|S2), not numbers");
    }

    @Test
    void medmnist_has_all_parts_in_one_file() throws IOException {
        Path path = npz(
                "pathmnist.npz",
                "train_images",
                array("3, 4, 4, 3", 144),
                "train_labels",
                NpyTest.npy(1, "'|u1'", false, "3, 1", new byte[] {0, 1, 1}),
                "val_images",
                array("1, 4, 4, 3", 48),
                "val_labels",
                labels(0),
                "test_images",
                array("2, 4, 4, 3", 96),
                "test_labels",
                labels(1, 0));
        ImageSet train = read(path, Part.TRAIN), test = read(path, Part.TEST);
        assertThat(train.describe()).isEqualTo("3 images, 4x4 colour, 2 classes");
        assertThat(train.picture(0).pixels()).startsWith(0, 1, 2, 3);
        assertThat(train.label(2)).isEqualTo(1);
        assertThat(test.describe()).isEqualTo("2 images, 4x4 colour, 2 classes");
        assertThat(warnings).isEmpty();
    }

    @Test
    void kmnist_has_a_file_for_each_array() throws IOException {
        Path images = npz("kmnist-train-imgs.npz", "arr_0", array("3, 4, 4", 48));
        npz("kmnist-train-labels.npz", "arr_0", labels(2, 0, 1));
        npz("kmnist-test-imgs.npz", "arr_0", array("1, 4, 4", 16));
        npz("kmnist-test-labels.npz", "arr_0", labels(1));
        for (Path path : List.of(images, folder)) {
            ImageSet set = read(path, Part.TRAIN);
            assertThat(set.describe()).isEqualTo("3 images, 4x4 grey, 3 classes");
            assertThat(set.label(0)).isEqualTo(2);
        }
        assertThat(read(folder, Part.TEST).size()).isEqualTo(1);
        assertThat(warnings)
                .containsExactly(
                        folder + ": no value above 15 of 255, so nearly black; multiply the values",
                        "class 0 of 2 has no images; are the labels counted from 1?");
    }

    @Test
    void other_names_and_shapes_are_understood() throws IOException {
        Path keras = npz(
                "mnist.npz",
                "x_train",
                array("2, 4, 4", 32),
                "y_train",
                labels(0, 1),
                "x_test",
                array("1, 4, 4", 16),
                "y_test",
                labels(0));
        assertThat(read(keras, Part.TRAIN).describe()).isEqualTo("2 images, 4x4 grey, 2 classes");
        Path planes = Files.write(folder.resolve("alone.npy"), array("2, 3, 4, 4", 96));
        ImageSet colour = read(planes, Part.TRAIN);
        assertThat(colour.describe()).isEqualTo("2 images, 4x4 colour, unlabelled");
        assertThat(colour.picture(0).pixels()).startsWith(0, 16, 32, 1, 17, 33);
        Path rows = Files.write(folder.resolve("rows.npy"), array("2, 16", 32));
        assertThat(read(rows, Part.TRAIN).describe()).isEqualTo("2 images, 4x4 grey, unlabelled");
        assertThat(warnings)
                .contains(
                        "alone.npy: no array of labels beside it; the images are unlabelled",
                        "rows.npy: rows of 16 numbers are taken for images of 4x4");
    }

    @Test
    void what_does_not_fit_is_named() throws IOException {
        refused(
                npz("a.npz", "images", array("2, 4, 4", 32), "labels", labels(0)),
                "a.npz/labels: has 1 labels, but a.npz/images has 2 images");
        refused(
                npz("b.npz", "images", array("2, 4, 4, 2", 64)),
                "b.npz/images: images have the shape [count, height, width] or [count, height, width, 1 or 3], got [2, 4, 4, 2]");
        refused(
                npz("c.npz", "weights", array("2, 4", 8), "bias", array("2, 4", 8)),
                folder.resolve("c.npz") + ": holds no array of images; it holds c.npz/weights, c.npz/bias; call the"
                        + " array of images \"images\" and the one of classes \"labels\"");
        refused(
                npz("d.npz", "images", NpyTest.npy(1, "'|O'", false, "2,")),
                "d.npz/images: it holds Python objects, which are pickles and not read; save plain numbers");
        refused(
                npz("e.npz", "images", array("2, 2000, 2", 1)),
                "e.npz/images: its images are 2x2000; at most 1024 pixels a side are read");
        Path multi = npz("f.npz", "images", array("2, 4, 4", 32), "labels", array("2, 14", 28));
        assertThat(read(multi, Part.TRAIN).labelled()).isFalse();
        assertThat(warnings)
                .contains("f.npz/labels: is not used: it has several values for each image, and a class is one");
    }

    private void refused(Path path, String message) {
        assertThatIOException().isThrownBy(() -> read(path, Part.TRAIN)).withMessage(message);
    }

    @Test
    void a_bomb_is_refused_before_it_is_held() throws IOException {
        byte[] claims = NpyTest.npy(1, "'|u1'", false, "100000, 1000, 1000", new byte[1 << 20]);
        Path path = npz("bomb.npz", "images", claims);
        assertThatThrownBy(() -> read(path, Part.TRAIN))
                .hasMessageContaining("100000 images of 1000x1000 grey need ")
                .hasNoCause();
    }

    /** Arrays of one shade, with a black edge of one pixel if wanted. */
    private byte[] framed(int width, int height, int channels, boolean isBlack) {
        byte[] numbers = new byte[2 * height * width * channels];
        for (int i = 0; i < numbers.length; i++) {
            int x = i / channels % width, y = i / channels / width % height;
            boolean isEdge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
            numbers[i] = isEdge && isBlack ? 0 : (byte) 230;
        }
        String shape = "2, " + height + ", " + width + (channels > 1 ? ", " + channels : "");
        return NpyTest.npy(1, "'|u1'", false, shape, numbers);
    }

    private ImageSet read(byte[] array, int size, int channels) throws IOException {
        return ArrayFolder.read(
                npz("a.npz", "images", array, "labels", labels(0, 1)), Part.TRAIN, size, channels, warnings::add);
    }

    @Test
    void only_grey_images_with_a_black_edge_get_a_black_border_and_all_that_is_done_to_images_is_said()
            throws IOException {
        ImageSet digits = read(framed(28, 28, 1, true), 32, 1);
        assertThat(digits.resizing()).isEqualTo("2 images of 28x28 were given a black border to 32x32");
        assertThat(digits.batch(0, 1).values()[2 * 32 + 16]).isEqualTo(-1);
        for (int channels : new int[] {1, 3}) {
            ImageSet bright = read(framed(28, 28, channels, false), 32, channels);
            assertThat(bright.resizing()).isEqualTo("2 images of 28x28 were resized to 32x32");
            assertThat(bright.batch(0, 1).values()).doesNotContain(-1f);
        }
        assertThat(read(framed(40, 20, 1, false), 20, 1).resizing())
                .isEqualTo("2 images of 40x20 were cropped to the square in their middle");
        assertThat(read(framed(16, 16, 3, false), 28, 1).resizing())
                .isEqualTo("2 images of 16x16 were resized to 28x28 and turned grey");
        assertThat(read(framed(28, 28, 1, false), 28, 1).resizing()).isEmpty();
    }
}
