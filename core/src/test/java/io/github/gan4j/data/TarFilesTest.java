package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarFilesTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private byte[] red;
    private byte[] blue;

    @BeforeEach
    void images() throws IOException {
        Images.png(folder.resolve("red.png"), 16, 16, 200, 0, 0);
        Images.png(folder.resolve("blue.png"), 16, 16, 0, 0, 200);
        red = Files.readAllBytes(folder.resolve("red.png"));
        blue = Files.readAllBytes(folder.resolve("blue.png"));
    }

    private Path tgz(Object... namesAndBytes) throws IOException {
        Path path = folder.resolve("set.tgz");
        try (OutputStream out = Files.newOutputStream(path);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out), "UTF-8")) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                byte[] bytes = (byte[]) namesAndBytes[i + 1];
                TarArchiveEntry entry = new TarArchiveEntry((String) namesAndBytes[i], true);
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
            TarArchiveEntry link = new TarArchiveEntry("lost.png", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return path;
    }

    private ImageSet read(Path path) throws IOException {
        return DataSource.at(path).images(Part.TRAIN, warnings::add);
    }

    @Test
    void files_whose_paths_come_out_alike_are_said() throws IOException {
        ImageSet images = read(tgz("a/red.png", red, "../a/red.png", blue, "b/red.png", red, "b/red.png", blue));
        assertThat(images.size()).isEqualTo(2);
        assertThat(warnings)
                .contains(folder.resolve("set.tgz")
                        + ": holds a/red.png and 1 other path more than once; the last of each is read");
    }

    @Test
    void paths_that_lead_out_of_the_archive_stay_inside() throws IOException {
        ImageSet images = read(tgz("../../x/red.png", red, "/blue.png", blue, "./a/b/../red.png", red));
        assertThat(images.size()).isEqualTo(3);
        assertThat(List.of(images.name(0), images.name(1), images.name(2)))
                .containsExactly("a/b/red.png", "blue.png", "x/red.png");
        assertThat(warnings)
                .containsExactly(
                        "set.tgz/lost.png: cannot be read: it is a link to /etc/passwd, which is not in the archive;"
                                + " left out",
                        "the sub-folders a, x are not taken for classes, since 1 image lies outside of them, as"
                                + " blue.png");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void a_webdataset_has_its_classes_beside_its_images() throws IOException {
        byte[] zero = "0".getBytes(StandardCharsets.UTF_8), one = "1\n".getBytes(StandardCharsets.UTF_8);
        ImageSet images = read(tgz("000.png", red, "000.cls", zero, "001.png", blue, "001.cls", one));
        assertThat(images.describe()).isEqualTo("2 images, 16x16 colour, 2 classes");
        assertThat(images.label(1)).isEqualTo(1);
    }

    @Test
    void the_same_images_are_the_same_data_in_every_container() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set/cat")).getParent();
        Files.createDirectory(set.resolve("dog"));
        Files.write(set.resolve("cat/1.png"), red);
        Files.write(set.resolve("dog/1.png"), blue);
        assertThat(read(tgz("set/cat/1.png", red, "set/dog/1.png", blue)).checksum())
                .isEqualTo(read(set).checksum());
    }

    @Test
    void an_archive_that_is_cut_is_one_line() throws IOException {
        Path path = tgz("red.png", red, "blue.png", blue);
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length / 2));
        assertThatIOException()
                .isThrownBy(() -> read(path))
                .withMessageContaining(path.toString())
                .withMessageMatching("[^\n]*");
    }
}
