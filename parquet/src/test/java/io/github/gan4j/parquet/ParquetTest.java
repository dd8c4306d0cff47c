package io.github.gan4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageFormat;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSource;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.Survey;
import io.github.gan4j.data.Watcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that pyarrow wrote; {@code make.py} beside them says what they hold. */
class ParquetTest {
    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    private Path file(String name) throws IOException {
        return file(name, name);
    }

    private Path file(String name, String as) throws IOException {
        Path target = folder.resolve(as);
        Files.createDirectories(target.getParent());
        try (InputStream in = ParquetTest.class.getResourceAsStream(name)) {
            Files.copy(in, target);
        }
        return target;
    }

    private ImageSet read(Path path) throws IOException {
        return DataSource.at(path).images(Part.TRAIN, heard::add);
    }

    private static int shade(ImageSet images, int image) {
        return images.picture(image).pixels()[0] & 0xff;
    }

    private static List<Integer> shades(ImageSet images) {
        return IntStream.range(0, images.size()).mapToObj(i -> shade(images, i)).toList();
    }

    private static List<String> classes(ImageSet images) {
        return IntStream.range(0, images.size())
                .mapToObj(i -> images.labelNames().get(images.label(i)))
                .toList();
    }

    @Test
    void a_folder_of_shards_is_one_set_in_the_order_of_its_rows_with_the_names_of_its_classes() throws IOException {
        file("train-00000-of-00002.parquet", "data/train-00000-of-00002.parquet");
        file("train-00001-of-00002.parquet", "data/train-00001-of-00002.parquet");
        file("test-00000-of-00001.parquet", "data/test-00000-of-00001.parquet");
        Files.writeString(folder.resolve("README.md"), "a card");
        ImageSet images = read(folder);
        assertThat(shades(images)).containsExactly(0, 10, 20, 30, 40, 50, 60, 100, 110, 120);
        assertThat(classes(images))
                .containsExactly("cat", "dog", "emu 🦤", "cat", "dog", "emu 🦤", "cat", "emu 🦤", "emu 🦤", "dog");
        assertThat(images.name(8)).isEqualTo("data/train-00001-of-00002.parquet#1");
        assertThat(heard).containsExactly(folder + ": 10 images of 6x6 were resized to 16x16");
        ImageSet test = DataSource.at(folder).images(Part.TEST, line -> {});
        assertThat(shades(test)).containsExactly(200, 210);
        assertThat(classes(test)).containsExactly("dog", "cat");
    }

    @Test
    void parts_and_shards_that_are_not_used_or_not_there_are_named() throws IOException {
        file("train-00000-of-00002.parquet");
        file("validation-00000-of-00001.parquet");
        file("binary.parquet");
        assertThat(read(folder).size()).isEqualTo(7);
        assertThat(heard)
                .contains(
                        folder
                                + ": validation-00000-of-00001.parquet, binary.parquet are neither to train on nor to test"
                                + " on, and not used",
                        folder + ": 1 of the 2 files of the set is not there; the 1 others are used");
        assertThatThrownBy(() -> DataSource.at(folder).images(Part.TEST, line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no Parquet file of a test part; it holds train-00000-of-00002.parquet");
        assertThat(read(folder.resolve("train-00000-of-00002.parquet")).size()).isEqualTo(7);
        assertThat(heard)
                .contains("train-00000-of-00002.parquet: is one of 2 files of a set; name its folder to use all");
    }

    @Test
    void folders_may_name_the_parts_and_sets_of_their_own_are_not_mixed() throws IOException {
        file("train-00001-of-00002.parquet", "train/0000.parquet");
        file("test-00000-of-00001.parquet", "TEST/0000.PARQUET");
        assertThat(shades(read(folder))).containsExactly(100, 110, 120);
        assertThat(shades(DataSource.at(folder).images(Part.TEST, line -> {}))).containsExactly(200, 210);
        file("train-00001-of-00002.parquet", "cropped/train/0000.parquet");
        assertThatThrownBy(() -> read(folder))
                .hasMessage(folder + ": holds several data sets; name the folder of one: (itself), cropped");
    }

    @Test
    void two_versions_of_a_shard_are_refused() throws IOException {
        file("train-00001-of-00002.parquet", "train-00001-of-00002-aaaa.parquet");
        file("train-00001-of-00002.parquet", "train-00001-of-00002-bbbb.parquet");
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("are the same part of two versions of the set");
    }

    @Test
    void plain_bytes_are_images_and_text_is_a_class() throws IOException {
        ImageSet images = read(file("binary.parquet"));
        assertThat(images.describe()).isEqualTo("3 images, 16x16 colour, 2 classes");
        assertThat(classes(images)).containsExactly("small dog", "Ärger", "small dog");
    }

    @Test
    void rows_without_an_image_are_named_and_further_columns_said() throws IOException {
        ImageSet images = read(file("odd.parquet"));
        assertThat(shades(images)).containsExactly(1, 5);
        assertThat(images.labelled()).isFalse();
        assertThat(heard)
                .contains(
                        "odd.parquet: the images are those of its column image; mask is not used",
                        "odd.parquet: its column label is not used: it holds lists, and a class is one whole number or"
                                + " text",
                        "odd.parquet#1: has no image in the file; left out",
                        "odd.parquet#2: has no image in the file; left out")
                .anyMatch(line -> line.startsWith("odd.parquet#3: ") && line.endsWith("; left out"));
    }

    @Test
    void a_survey_sees_each_image_in_its_own_size() throws IOException {
        Survey survey = Survey.of((ImageSource) DataSource.at(file("odd.parquet")), Part.TRAIN, Watcher.NOBODY);
        assertThat(survey.images()).isEqualTo(5);
        assertThat(survey.usable()).isEqualTo(2);
        assertThat(survey.sizes()).contains(new Survey.SizeCount(9, 7, 1));
    }

    @Test
    void presets_of_folders_and_patches_read_them_as_well() throws IOException {
        file("train-00001-of-00002.parquet");
        DataSource preset = new DataSource.Images(folder.toString(), ImageFormat.FOLDER, 16, 1, false);
        assertThat(preset.samples(0, heard::add).labelNames()).hasSize(3);
        DataSource patches = new DataSource.Patches(folder.toString(), 4, 1, false, false);
        assertThat(patches.samples(0, heard::add).describe()).contains("from 2 images, 1 held out");
    }

    @Test
    void of_two_columns_of_classes_one_is_used_and_said() throws IOException {
        assertThat(classes(read(file("cifar.parquet")))).containsExactly("emu 🦤", "cat", "dog");
        assertThat(heard)
                .contains("cifar.parquet: the classes are those of its column fine_label; coarse_label is not used");
    }

    @Test
    void booleans_are_two_classes() throws IOException {
        assertThat(classes(read(file("flags.parquet")))).containsExactly("1", "0");
    }

    @Test
    void classes_that_do_not_fit_are_not_used_and_that_is_said() throws IOException {
        assertThat(read(file("hidden.parquet")).labelled()).isFalse();
        assertThat(read(file("beyond.parquet")).labelled()).isFalse();
        assertThat(read(file("fractions.parquet")).labelled()).isFalse();
        assertThat(heard)
                .contains(
                        "column label: 2 of 3 images have no class, as hidden.parquet#1; the images are unlabelled",
                        "column label: has the class 3, but the file names 3 classes, from 0 on; the images are"
                                + " unlabelled",
                        "fractions.parquet: its column label is not used: it holds other values, and a class is one"
                                + " whole number or text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text.parquet|: has no column of images, each as the bytes of a file; it has text (text), tokens (lists),"
                        + " loss (other values)",
                "lz4.parquet|is compressed with LZ4_RAW, which is not read; write it with snappy, zstd or gzip",
                "delta.parquet|is encoded as DELTA_BYTE_ARRAY, which is not read; write it plainly or with a dictionary"
            })
    void what_is_not_read_is_named(String name, String says) throws IOException {
        Path file = file(name);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(says);
    }

    @Test
    void files_of_one_set_must_agree() throws IOException {
        file("train-00001-of-00002.parquet", "a.parquet");
        file("binary.parquet", "b.parquet");
        assertThatThrownBy(() -> read(folder))
                .hasMessage(folder.resolve("b.parquet") + ": has no column image of files, as the first file of the set"
                        + " has; it has id (whole numbers), img (bytes), class (text)");
    }

    @Test
    void a_file_cut_anywhere_is_refused_in_one_line() throws IOException {
        Path file = file("train-00000-of-00002.parquet");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 4; length < whole.length; length += 37) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ": is not a valid Parquet file (");
        }
    }

    @Test
    void damage_is_refused_or_read_and_never_anything_else() throws IOException {
        Path file = folder.resolve("a.parquet");
        Random random = new Random(1);
        for (String name : List.of("train-00000-of-00002.parquet", "binary.parquet", "odd.parquet", "flags.parquet")) {
            byte[] sound = Files.readAllBytes(file(name));
            for (int i = 0; i < 60; i++) {
                byte[] damaged = sound.clone();
                for (int j = 0; j <= random.nextInt(3); j++)
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                Files.write(file, damaged);
                try {
                    read(file);
                } catch (IOException refused) {
                    assertThat(refused.getMessage()).isNotBlank().hasLineCount(1);
                }
            }
        }
    }
}
