package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path folder;

    private static Source named(String name) {
        return Source.named(name, 1);
    }

    private Source files(String name) {
        return new Source(name, Optional.of(folder), 0, 0, false, 1, Map.of(), line -> {});
    }

    private static void refuses(Source source, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.open(source))
                .withMessage(message);
    }

    @Test
    void every_source_without_files_opens_by_name() throws IOException {
        assertThat(Sources.names())
                .containsExactly(
                        "strokes",
                        "normal",
                        "mixture",
                        "ring",
                        "grid",
                        "spiral",
                        "synthetic-1200",
                        "points",
                        "stacked-mnist",
                        "mnist",
                        "fashion-mnist",
                        "cifar10",
                        "svhn",
                        "stl10",
                        "idx",
                        "utkface-age",
                        "utkface-gender",
                        "folder",
                        "patches",
                        "auto");
        for (String name : List.of("strokes", "normal", "mixture", "ring", "grid", "spiral")) {
            Samples samples = Sources.open(named(name));
            assertThat(samples.batch(0, 3).count()).isEqualTo(3);
            assertThat(samples.describe()).startsWith("endless ").contains(name);
        }
        assertThat(Sources.open(named("strokes").with(32, 1)).shape()).isEqualTo(SampleShape.image(1, 32, 32));
    }

    @Test
    void parameters_replace_the_usual_ones() {
        Distribution ring = Sources.distribution(named("ring").with(Map.of("modes", 5.0)));
        assertThat(ring.modes()).hasSize(5);
        assertThat(ring.spread()).isEqualTo(0.01);
    }

    @Test
    void auto_recognises_what_lies_at_a_path() throws IOException {
        Images.png(folder.resolve("a.png"), 16, 16, 1, 2, 3);
        assertThat(Sources.open(files("auto")).describe()).isEqualTo("1 image, 16x16 colour, unlabelled");
        Files.write(folder.resolve("data_batch_1.bin"), new byte[3073]);
        Samples cifar = Sources.open(files("auto").with(true));
        assertThat(cifar.describe()).isEqualTo("1 image, 32x32 colour, 10 classes, mirrored at random");
        assertThat(Sources.open(files("auto").with(16, 1)).shape()).isEqualTo(SampleShape.image(1, 16, 16));
        Files.write(folder.resolve("train-images-idx3-ubyte"), idx());
        assertThat(Sources.open(files("auto")).describe()).isEqualTo("1 image, 2x1 grey, unlabelled");
        assertThat(Sources.images(files("folder"), Part.TRAIN).shape().height()).isEqualTo(16);
        assertThatIOException()
                .isThrownBy(() -> Sources.images(files("cifar10"), Part.TEST))
                .withMessage(folder
                        + ": holds no test_batch.bin or test.bin;"
                        + " it holds idx files, which --set data.source=auto reads");
    }

    private static byte[] idx() {
        return new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 5, 6};
    }

    @Test
    void a_path_that_is_missing_or_of_no_known_kind_is_named() throws IOException {
        Source missing = Source.at(folder.resolve("none"), 1, line -> {});
        assertThatIOException()
                .isThrownBy(() -> Sources.open(missing))
                .withMessage(folder.resolve("none") + ": no such file or folder");
        Source text = Source.at(Files.writeString(folder.resolve("a.txt"), "x"), 1, line -> {});
        assertThatIOException()
                .isThrownBy(() -> Sources.open(text))
                .withMessage(folder.resolve("a.txt") + ": neither a folder nor a zip of images,"
                        + " nor files of MNIST, CIFAR, SVHN or STL-10");
    }

    @Test
    void a_link_that_leads_in_a_circle_is_named() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("circle"), folder);
        assertThatIOException()
                .isThrownBy(() -> Sources.open(files("folder")))
                .withMessage(link + ": is a link that leads in a circle");
    }

    @Test
    void descriptions_that_make_no_sense_are_refused() {
        refuses(
                named("imagenet"),
                "unknown data source imagenet; these are known: strokes, normal, mixture, ring, grid, spiral,"
                        + " synthetic-1200, points, stacked-mnist, mnist, fashion-mnist, cifar10, svhn, stl10, idx, utkface-age, utkface-gender, folder, patches, auto");
        refuses(named("idx"), "source idx needs the path of its files (--data)");
        refuses(files("strokes"), "source strokes reads no files, but was given " + folder);
        refuses(named("strokes").with(28, 3), "source strokes is grey: channels must be 1 or 0, not 3");
        refuses(named("strokes").with(true), "source strokes cannot be mirrored: flip is for images from files");
        refuses(named("ring").with(28, 0), "source ring makes points: size must be 0, not 28");
        refuses(
                named("ring").with(Map.of("modus", 1.0)),
                "source ring has no parameter modus; it has modes, radius, samples, std");
        refuses(files("folder").with(Map.of("std", 1.0)), "source folder has no parameter std; it has none");
        refuses(named("ring").with(Map.of("modes", 2.5)), "modes must be a whole number within 1 and 1000, not 2.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("folder").with(-1, 0))
                .withMessage("size must be within 1 and 1024 pixels, or 0 for the data's own, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named("folder").with(0, 2))
                .withMessage("channels must be 1 (grey), 3 (colour) or 0 for the data's own, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.images(named("strokes"), Part.TRAIN))
                .withMessage("source strokes is endless; it has no set of images");
    }
}
