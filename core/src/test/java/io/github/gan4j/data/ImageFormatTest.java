package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.files.Parquet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFormatTest {
    @TempDir
    Path folder;

    private ImageSource files(ImageFormat format) {
        return new DataSource.Images(folder.toString(), format, 0, 0, false);
    }

    private static String describe(ImageSource source) throws IOException {
        return source.samples(1, line -> {}).describe();
    }

    @Test
    void auto_recognises_what_lies_at_a_path() throws IOException {
        ImageSource auto = DataSource.at(folder);
        Images.png(folder.resolve("a.png"), 16, 16, 1, 2, 3);
        assertThat(describe(auto)).isEqualTo("1 image, 16x16 colour, unlabelled");
        assertThat(auto.hasParts()).isFalse();
        Files.write(folder.resolve("data_batch_1.bin"), new byte[3073]);
        assertThat(describe(auto.flipped(true))).isEqualTo("1 image, 32x32 colour, 10 classes, mirrored at random");
        assertThat(auto.sized(16, 1).samples(1, line -> {}).shape()).isEqualTo(SampleShape.image(1, 16, 16));
        assertThat(auto.hasParts()).isTrue();
        Files.write(folder.resolve("train-images-idx3-ubyte"), idx());
        assertThat(describe(auto)).isEqualTo("1 image, 2x1 grey, unlabelled");
    }

    @Test
    void a_format_that_is_named_is_taken_whatever_else_lies_there() throws IOException {
        Images.png(folder.resolve("a.png"), 16, 16, 1, 2, 3);
        Files.write(folder.resolve("train-images-idx3-ubyte"), idx());
        assertThat(files(ImageFormat.FOLDER)
                        .images(Part.TRAIN, line -> {})
                        .shape()
                        .height())
                .isEqualTo(16);
        assertThatIOException()
                .isThrownBy(() -> files(ImageFormat.CIFAR10).images(Part.TEST, line -> {}))
                .withMessage(folder
                        + ": holds no test_batch.bin or test.bin;"
                        + " what lies there is idx, which --set data.format=auto reads");
    }

    private static byte[] idx() {
        return new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 5, 6};
    }

    @Test
    void a_parquet_file_says_what_reading_it_needs() throws IOException {
        Path file = Files.writeString(folder.resolve("train-0.parquet"), "PAR1");
        String needs = Runtime.version().feature() < Parquet.JAVA ? "Java 21 or newer" : "the module gan4j-parquet";
        for (Path path : new Path[] {file, folder})
            assertThatIOException()
                    .isThrownBy(() -> DataSource.at(path).images(Part.TRAIN, line -> {}))
                    .withMessageStartingWith(file + ": is a Parquet file; reading it needs " + needs);
    }

    @Test
    void a_path_that_is_missing_says_what_may_be_meant() throws IOException {
        Files.createDirectories(folder.resolve("photos"));
        String gone = ": no such file or folder";
        missing(folder.resolve("fotos"), gone + "; did you mean 'photos'?");
        missing(Path.of("~/pics"), gone + "; ~ is not looked up here: write the whole path");
        for (String address : List.of("https://example.com/a.zip", "s3://bucket/a"))
            missing(Path.of(address), gone + "; nothing is downloaded: give the path of what a browser has downloaded");
    }

    private static void missing(Path path, String says) {
        assertThatIOException()
                .isThrownBy(() -> DataSource.at(path).images(Part.TRAIN, line -> {}))
                .withMessageEndingWith(says);
    }

    @Test
    void a_path_that_is_missing_or_of_no_known_kind_is_named() throws IOException {
        ImageSource missing = DataSource.at(folder.resolve("none"));
        assertThatIOException()
                .isThrownBy(() -> missing.samples(1, line -> {}))
                .withMessage(folder.resolve("none") + ": no such file or folder");
        assertThatIOException().isThrownBy(missing::hasParts).withMessageEndingWith("no such file or folder");
        ImageSource text = DataSource.at(Files.writeString(folder.resolve("a.txt"), "x"));
        assertThatIOException()
                .isThrownBy(() -> text.samples(1, line -> {}))
                .withMessage(
                        folder.resolve("a.txt") + ": is a text file; data may be a folder, zip or tar of"
                                + " images, Parquet files, NumPy arrays (.npz, .npy), or files of MNIST, CIFAR, SVHN or STL-10");
    }

    @Test
    void links_that_lead_in_a_circle_are_passed_over_and_counted() throws IOException {
        Files.createDirectories(folder.resolve("cats/more"));
        for (String name : List.of("cats/a.png", "cats/more/b.png", "c.png"))
            Images.png(folder.resolve(name), 16, 16, 1, 2, 3);
        Files.createSymbolicLink(folder.resolve("cats/circle"), folder);
        Files.createSymbolicLink(folder.resolve("cats/more/again"), folder.resolve("cats"));
        Files.createDirectory(folder.resolve(".hidden"));
        Files.createSymbolicLink(folder.resolve(".hidden/circle"), folder);
        for (ImageFormat format : new ImageFormat[] {ImageFormat.FOLDER, ImageFormat.AUTO}) {
            List<String> heard = new ArrayList<>();
            assertThat(files(format).images(Part.TRAIN, heard::add).size()).isEqualTo(3);
            assertThat(heard).contains("2 links passed over that lead in a circle, as cats/circle");
        }
        assertThat(ImageNames.in(folder)).containsExactly("c.png", "cats/a.png", "cats/more/b.png");
        new DataSource.Patches(folder.toString(), 8, 0, false, false).samples(1, line -> {});
    }
}
