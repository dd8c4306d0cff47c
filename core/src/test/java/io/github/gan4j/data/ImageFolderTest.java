package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.RealData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private final List<String> warnings = new ArrayList<>();

    private ImageSet read(Path path, int size, int channels) throws IOException {
        return ImageFolder.read(path, size, channels, warnings::add);
    }

    private void png(String name, int width, int height, int red, int green, int blue) throws IOException {
        Images.png(folder.resolve(name), width, height, red, green, blue);
    }

    private Path zipped() throws IOException {
        Path zip = elsewhere.resolve("images.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream target = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                target.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, target);
            }
        }
        return zip;
    }

    @Test
    void sub_folders_are_classes_in_folders_and_in_zips() throws IOException {
        png("dog/a.png", 20, 20, 255, 0, 0);
        png("cat/deep/b.PNG", 20, 20, 0, 255, 0);
        for (Path path : List.of(folder, zipped())) {
            ImageSet images = read(path, 0, 0);
            assertThat(images.describe()).isEqualTo("2 images, 20x20 colour, 2 classes");
            assertThat(images.labelNames()).containsExactly("cat", "dog");
            assertThat(images.name(0)).isEqualTo("cat/deep/b.PNG");
            assertThat(images.label(1)).isEqualTo(1);
            assertThat(images.values(1)[0]).isEqualTo(1);
            assertThat(images.values(1)[400]).isEqualTo(-1);
        }
    }

    @Test
    void one_folder_around_everything_is_no_class() throws IOException {
        png("all/a.png", 20, 20, 1, 2, 3);
        png("all/b.png", 20, 20, 1, 2, 3);
        assertThat(read(folder, 0, 0).labelled()).isFalse();
        png("all/x/c.png", 20, 20, 1, 2, 3);
        assertThat(read(folder, 0, 0).labelled()).isFalse();
        Files.delete(folder.resolve("all/a.png"));
        Files.delete(folder.resolve("all/b.png"));
        png("all/y/d.png", 20, 20, 1, 2, 3);
        assertThat(read(folder, 0, 0).labelNames()).containsExactly("x", "y");
    }

    @Test
    void dataset_json_says_the_classes() throws IOException {
        png("00000/img0.png", 16, 16, 1, 2, 3);
        png("00001/img1.png", 16, 16, 1, 2, 3);
        Path json = folder.resolve("dataset.json");
        Files.writeString(json, "{\"labels\": [[\"00001/img1.png\", 2], [\"00000/img0.png\", 0], [\"gone.png\", 7]]}");
        for (Path path : List.of(folder, zipped())) {
            ImageSet images = read(path, 0, 0);
            assertThat(images.labelNames()).containsExactly("0", "1", "2");
            assertThat(images.label(1)).isEqualTo(2);
        }
        Files.writeString(json, "{\"labels\": null}");
        assertThat(read(folder, 0, 0).labelled()).isFalse();
    }

    @Test
    void a_wrong_dataset_json_is_refused() throws IOException {
        png("a.png", 16, 16, 1, 2, 3);
        refusesJson(
                "{\"labels\": [[\"b.png\", 2]]}",
                "dataset.json: has no label for a.png; the first path there is b.png");
        refusesJson(
                "{\"labels\": [[\"a.png\", 0.5]]}",
                "dataset.json: expected [\"path\", class] pairs, got [\"a.png\",0.5]");
        refusesJson("{\"labels\": [[\"a.png\", -1]]}", "dataset.json: classes must be within 0 and 99999, got -1");
        Files.writeString(folder.resolve("dataset.json"), "{\"labels\": [\n");
        assertThatIOException()
                .isThrownBy(() -> read(folder, 0, 0))
                .withMessageStartingWith("dataset.json: ")
                .withMessageMatching("[^\n]*");
    }

    private void refusesJson(String json, String message) throws IOException {
        Files.writeString(folder.resolve("dataset.json"), json);
        assertThatIOException().isThrownBy(() -> read(folder, 0, 0)).withMessage(message);
    }

    @Test
    void the_size_is_the_most_common_smaller_side_made_a_multiple_of_four() throws IOException {
        png("a.png", 47, 60, 1, 2, 3);
        png("b.png", 50, 47, 1, 2, 3);
        png("c.png", 90, 90, 1, 2, 3);
        assertThat(read(folder, 0, 0).shape()).isEqualTo(SampleShape.image(3, 44, 44));
        assertThat(read(folder, 30, 0).shape()).isEqualTo(SampleShape.image(3, 30, 30));
    }

    @Test
    void the_size_chosen_is_within_16_and_128() throws IOException {
        png("a.png", 300, 200, 9, 9, 9);
        assertThat(read(folder, 0, 0).shape()).isEqualTo(SampleShape.image(1, 128, 128));
        Files.delete(folder.resolve("a.png"));
        png("a.png", 3, 5, 9, 9, 9);
        assertThat(read(folder, 0, 0).shape()).isEqualTo(SampleShape.image(1, 16, 16));
    }

    @Test
    void a_few_grey_images_among_colour_become_colour_and_all_grey_stay_grey() throws IOException {
        png("a.png", 16, 16, 200, 200, 200);
        assertThat(read(folder, 0, 0).shape().channels()).isEqualTo(1);
        assertThat(read(folder, 0, 3).shape().channels()).isEqualTo(3);
        png("b.png", 16, 16, 200, 0, 0);
        ImageSet both = read(folder, 0, 0);
        assertThat(both.shape().channels()).isEqualTo(3);
        assertThat(both.values(0)).containsOnly(200 / 127.5f - 1);
        assertThat(read(folder, 0, 1).values(1)[0]).isEqualTo(60 / 127.5f - 1, within(0.01f));
    }

    @Test
    void files_that_cannot_be_read_are_named_and_left_out() throws IOException {
        png("good.png", 16, 16, 1, 2, 3);
        Files.writeString(folder.resolve("text.png"), "this is no image");
        assertThat(read(folder, 0, 0).size()).isEqualTo(1);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .contains("text.png: ")
                .endsWith("; left out")
                .hasLineCount(1);
        warnings.clear();
        assertThat(read(zipped(), 0, 0).size()).isEqualTo(1);
        assertThat(warnings.get(0)).startsWith("images.zip/text.png: ");
    }

    @Test
    void of_many_unreadable_files_ten_are_named() throws IOException {
        png("good.png", 16, 16, 1, 2, 3);
        for (int i : IntStream.range(0, 25).toArray()) Files.writeString(folder.resolve("bad" + i + ".jpg"), "x");
        read(folder, 0, 0);
        assertThat(warnings).hasSize(11);
        assertThat(warnings.get(10)).isEqualTo("and 15 more images that cannot be read; left out");
    }

    @Test
    void hidden_files_and_other_endings_are_ignored() throws IOException {
        png("good.png", 16, 16, 1, 2, 3);
        png(".hidden/a.png", 16, 16, 1, 2, 3);
        png("__MACOSX/good.png", 16, 16, 1, 2, 3);
        Files.writeString(folder.resolve("._good.png"), "x");
        Files.writeString(folder.resolve("notes.txt"), "x");
        assertThat(read(folder, 0, 0).size()).isEqualTo(1);
        assertThat(read(zipped(), 0, 0).size()).isEqualTo(1);
        String passed = "2 images passed over in .hidden (1), __MACOSX (1)";
        assertThat(warnings).containsExactly(passed, passed);
    }

    @Test
    void a_hidden_image_is_no_folder() throws IOException {
        png("good.png", 16, 16, 1, 2, 3);
        png(".b.png", 16, 16, 1, 2, 3);
        png(".DS_Store.png", 16, 16, 1, 2, 3);
        read(folder, 0, 0);
        assertThat(warnings).containsExactly("2 hidden images passed over, as .DS_Store.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ico", "pcx", "sgi", "im", "tga", "dds", "jp2", "icns", "XPM"})
    void whatever_ends_like_an_image_and_is_not_read_is_named(String ending) throws IOException {
        png("good.png", 16, 16, 1, 2, 3);
        Files.write(folder.resolve("a." + ending), new byte[] {0, 1, 2, 3});
        read(folder, 0, 0);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("a." + ending + ": ")
                .endsWith("; left out");
    }

    @Test
    void nothing_to_read_is_one_line() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> read(folder, 0, 0))
                .withMessage(folder + ": holds no images (PNG, JPEG, GIF, BMP, TIFF, WebP, PNM)");
        assertThatIOException()
                .isThrownBy(() -> read(folder.resolve("none"), 0, 0))
                .withMessage(folder.resolve("none") + ": no such file or folder");
        Path text = Files.writeString(folder.resolve("a.png"), "x");
        assertThatIOException()
                .isThrownBy(() -> read(folder, 0, 0))
                .withMessageStartingWith(folder + ": none of its 1 images can be read; the first: ")
                .withMessageMatching("[^\n]*");
        assertThatIOException()
                .isThrownBy(() -> read(text, 0, 0))
                .withMessageStartingWith(text + ": is a text file; images lie in a folder, a zip or a");
    }

    @Test
    void more_images_than_memory_holds_are_refused_with_advice() throws IOException {
        for (int i : IntStream.range(0, 10).toArray()) png(i + ".png", 100, 100, 1, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.read(folder, 0, 0, warnings::add, Labelling.usual(), 40_000))
                .withMessage(folder + ": its 10 images need more than the 0 MiB this Java may hold of them: ask for a"
                        + " smaller size, or more memory with -Xmx");
        assertThat(ImageFolder.read(folder, 16, 0, warnings::add, Labelling.usual(), 40_000)
                        .size())
                .isEqualTo(10);
    }

    @Test
    void a_zip_bomb_is_left_out() throws IOException {
        png("good.png", 16, 16, 1, 2, 3);
        Path zip = elsewhere.resolve("bomb.zip");
        try (ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(zip))) {
            target.putNextEntry(new ZipEntry("bomb.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 257; i++) target.write(zeros);
            target.putNextEntry(new ZipEntry("good.png"));
            Files.copy(folder.resolve("good.png"), target);
        }
        assertThat(read(zip, 0, 0).size()).isEqualTo(1);
        assertThat(warnings)
                .containsExactly("bomb.zip/bomb.png: is longer than the 268435456 bytes that are read; left out");
    }

    @Test
    void photographs_in_class_folders_are_read_with_their_few_grey_ones() throws IOException {
        Assumptions.assumeTrue(
                RealData.path("tiny-imagenet-9classes").isPresent(), "shared/data/tiny-imagenet-9classes is not here");
        ImageSet images = read(RealData.path("tiny-imagenet-9classes").orElseThrow(), 0, 0);
        assertThat(images.describe()).isEqualTo("4 500 images, 64x64 colour, 9 classes");
        assertThat(warnings).isEmpty();
    }
}
