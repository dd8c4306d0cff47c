package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.Packing.Packed;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private final List<String> warnings = new ArrayList<>();

    private Packed pack(int size, boolean crop) throws IOException {
        ImageSource source = DataSource.at(folder).sized(size, 0);
        return Packing.write(source, Part.TRAIN, elsewhere.resolve("set.zip"), crop, Watcher.NOBODY, warnings::add);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_layout_is_that_of_the_tools_of_stylegan() throws IOException {
        Images.png(folder.resolve("cat/x.png"), 16, 16, 1, 2, 3);
        Images.png(folder.resolve("cat/y.png"), 16, 16, 5, 5, 5);
        Images.png(folder.resolve("dog/z.png"), 16, 16, 7, 8, 9);
        assertThat(pack(0, false)).isEqualTo(new Packed(3, SampleShape.image(3, 16, 16), 2));
        try (ZipFile zip = new ZipFile(elsewhere.resolve("set.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "00000/img00000000.png",
                            "00000/img00000001.png",
                            "00000/img00000002.png",
                            "dataset.json",
                            "class_names.txt");
            assertThat(zip.stream().map(ZipEntry::getMethod)).containsOnly(ZipEntry.STORED);
            assertThat(text(zip, "dataset.json"))
                    .isEqualTo("{\"labels\":[[\"00000/img00000000.png\",0],[\"00000/img00000001.png\",0],"
                            + "[\"00000/img00000002.png\",1]]}");
            assertThat(text(zip, "class_names.txt")).isEqualTo("cat\ndog\n");
        }
    }

    @Test
    void unlabelled_images_have_null_for_labels_and_every_thousand_a_folder() throws IOException {
        Files.write(folder.resolve("unused.txt"), new byte[0]);
        byte[] idx = new byte[16 + 1001];
        System.arraycopy(new byte[] {0, 0, 8, 3, 0, 0, 3, (byte) 0xe9, 0, 0, 0, 1, 0, 0, 0, 1}, 0, idx, 0, 16);
        Files.write(folder.resolve("train-images-idx3-ubyte"), idx);
        pack(0, false);
        try (ZipFile zip = new ZipFile(elsewhere.resolve("set.zip").toFile())) {
            assertThat(zip.getEntry("00001/img00001000.png")).isNotNull();
            assertThat(text(zip, "dataset.json")).isEqualTo("{\"labels\":null}");
            assertThat(zip.getEntry("class_names.txt")).isNull();
        }
    }

    @Test
    void what_cannot_be_packed_is_refused_with_the_option_that_helps() throws IOException {
        Images.png(folder.resolve("a.png"), 16, 16, 1, 2, 3);
        Images.png(folder.resolve("b.png"), 24, 24, 1, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pack(0, false))
                .withMessage("b.png is 24 pixels wide and a.png 16; --size N brings all to one size");
        Images.png(folder.resolve("c.png"), 24, 20, 1, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pack(16, false))
                .withMessage("c.png has 24x20 pixels and is not square; --crop takes the square in the middle");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(pack(16, true).images()).isEqualTo(3);
    }

    @Test
    void unreadable_images_are_named_and_left_out() throws IOException {
        Images.png(folder.resolve("b.png"), 16, 16, 1, 2, 3);
        Files.writeString(folder.resolve("a.png"), "no picture");
        assertThat(pack(0, false).images()).isEqualTo(1);
        assertThat(warnings).singleElement().asString().contains("a.png").endsWith("; left out");
        Files.delete(folder.resolve("b.png"));
        assertThatIOException()
                .isThrownBy(() -> pack(0, false))
                .withMessageStartingWith(
                        elsewhere.resolve("set.zip") + ": there is nothing to write; the first problem: ");
    }

    @Property(tries = 15)
    void what_is_read_back_has_equal_pixels_and_labels(
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @IntRange(min = 1, max = 4) int classes,
            @ForAll @IntRange(min = 4, max = 20) int size,
            @ForAll boolean colour,
            @ForAll boolean resized,
            @ForAll long seed)
            throws IOException {
        Path root = Files.createTempDirectory("packing");
        try {
            Random random = new Random(seed);
            for (int i = 0; i < count; i++) {
                int channels = colour && random.nextInt(4) > 0 ? 3 : 1;
                int width = resized ? 4 + random.nextInt(20) : size;
                int height = resized ? 4 + random.nextInt(20) : size;
                byte[] pixels = new byte[width * height * channels];
                random.nextBytes(pixels);
                Path file = root.resolve("data/class " + i % classes + "/" + i + ".png");
                Files.createDirectories(file.getParent());
                Files.write(file, ImageFile.png(new Picture(width, height, channels, pixels)));
            }
            ImageSource source = DataSource.at(root.resolve("data")).sized(size, 0);
            Path zip = root.resolve("set.zip");
            Packing.write(source, Part.TRAIN, zip, resized, Watcher.NOBODY, line -> {});
            ImageSet before = source.images(Part.TRAIN, line -> {});
            ImageSet after = DataSource.at(zip).sized(size, 0).images(Part.TRAIN, line -> {});
            assertThat(after.checksum()).isEqualTo(before.checksum());
            assertThat(after.labelNames()).isEqualTo(before.labelNames());
            for (int i = 0; i < after.size() && after.labelled(); i++)
                assertThat(after.label(i)).isEqualTo(before.label(i));
        } finally {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }
}
