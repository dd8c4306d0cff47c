package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.DataFolders;
import io.github.gan4j.files.CacheFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
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
    void find_says_where_it_looked_and_what_is_there(@TempDir Path folder) throws IOException {
        System.setProperty(DataFolders.PROPERTY, folder.toString());
        try {
            Shell none = Shell.run("data", "find", "svhn");
            assertThat(none.code()).isEqualTo(1);
            assertThat(none.out().lines())
                    .containsExactly(
                            "looked for in the system property gan4j.data:",
                            "  " + folder,
                            "svhn: not found; published at http://ufldl.stanford.edu/housenumbers/");
            Files.createDirectory(folder.resolve("svhn"));
            Files.createFile(folder.resolve("svhn/train_32x32.mat"));
            Files.createFile(folder.resolve("svhn/test_32x32.mat"));
            Shell found = Shell.run("data", "find");
            assertThat(found.code()).isZero();
            assertThat(found.out()).contains("svhn: " + folder.resolve("svhn") + System.lineSeparator());
        } finally {
            System.clearProperty(DataFolders.PROPERTY);
        }
    }

    @Test
    void the_cache_is_listed_and_cleared(@TempDir Path folder) throws IOException {
        String before = System.setProperty(CacheFolder.PROPERTY, folder.toString());
        try {
            Files.write(folder.resolve("features-a.safetensors"), new byte[1234]);
            assertThat(Shell.run("cache", "list").out())
                    .contains("1 234", "features-a.safetensors", folder + ": 1 file, 1 234 bytes");
            assertThat(Shell.run("cache", "clear").out()).contains(folder + ": 1 234 bytes deleted");
            assertThat(folder).isEmptyDirectory();
            assertThat(Shell.run("cache").err()).contains("cache needs list or clear");
        } finally {
            if (before == null) System.clearProperty(CacheFolder.PROPERTY);
            else System.setProperty(CacheFolder.PROPERTY, before);
        }
    }

    @Test
    void nothing_is_written_beside_data_and_what_older_versions_left_is_named(@TempDir Path folder) throws IOException {
        image(folder.resolve("data/cat/1.png"));
        Files.createDirectory(folder.resolve("data/.gan4j"));
        assertThat(Shell.run("data", "check", folder.resolve("data").toString()).out())
                .contains("note: " + folder.resolve("data/.gan4j")
                        + " is of an earlier version of gan4j and no longer used; it may be deleted");
    }

    @Test
    void pack_removes_what_a_killed_one_left(@TempDir Path folder) throws IOException {
        image(folder.resolve("in/1.png"));
        Path left = Files.createFile(folder.resolve(".set.zip." + UUID.randomUUID() + ".partial"));
        Path theirs = Files.createFile(folder.resolve(".mine.partial"));
        Shell pack = Shell.run(
                "data",
                "pack",
                folder.resolve("in").toString(),
                "--out",
                folder.resolve("set.zip").toString());
        assertThat(pack.err()).isEmpty();
        assertThat(left).doesNotExist();
        assertThat(theirs).exists();
    }

    @Test
    void an_empty_folder_is_refused_by_name(@TempDir Path folder) {
        Shell info = Shell.run("data", "info", folder.toString());
        assertThat(info.code()).isEqualTo(1);
        assertThat(info.err()).startsWith("gan4j: " + folder + ": holds no images");
        assertThat(info.out()).isEmpty();
    }

    @Test
    void check_names_what_is_odd_in_words_or_json(@TempDir Path folder) throws IOException {
        image(folder.resolve("cat/1.png"));
        image(folder.resolve("dog/1.png"));
        Files.writeString(folder.resolve("dog/notes.png"), "not a picture");
        Shell check = Shell.run("data", "check", folder.toString());
        assertThat(check.code()).isZero();
        assertThat(check.err()).isEmpty();
        assertThat(check.out().lines().toList())
                .containsExactly(
                        folder + ": 3 images, of which 2 are usable",
                        "sizes: 1",
                        "       2  16x16",
                        "colours: 0 in colour, 2 grey",
                        "classes: 2",
                        "       1  cat",
                        "       1  dog",
                        "unreadable: 1",
                        "  dog/notes.png: is text, not an image",
                        "duplicated: 1",
                        "  dog/1.png: the same pixels as cat/1.png, in another class");
        Shell json = Shell.run("data", "check", folder.toString(), "--json");
        assertThat(json.out().replaceAll("\\s+", ""))
                .startsWith("{\"images\":3,\"usable\":2,\"grey\":2,")
                .contains("\"sizes\":[{\"width\":16,\"height\":16,\"images\":2}]")
                .contains("{\"kind\":\"unreadable\",\"image\":\"dog/notes.png\",");
    }

    @Test
    void check_ends_with_one_where_nothing_can_be_used(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("photo.heic"), "x");
        Shell check = Shell.run("data", "check", folder.toString());
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).startsWith(folder + ": 1 image, of which 0 are usable");
    }

    @Test
    void pack_writes_a_zip_and_replaces_one_only_when_told_to(@TempDir Path folder) throws IOException {
        image(folder.resolve("in/cat/1.png"));
        image(folder.resolve("in/dog/1.png"));
        String in = folder.resolve("in").toString();
        String zip = folder.resolve("new/set.zip").toString();
        Shell pack = Shell.run("data", "pack", in, "--out", zip, "--size", "8");
        assertThat(pack.err()).isEmpty();
        assertThat(pack.out()).isEqualTo(zip + ": 2 images, 8x8 grey, 2 classes" + System.lineSeparator());
        Shell again = Shell.run("data", "pack", in, "--out", zip);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo("gan4j: " + zip + " exists already; --overwrite replaces it" + System.lineSeparator());
        assertThat(Shell.run("data", "pack", in, "--out", zip, "--overwrite").out())
                .contains("16x16");
        assertThat(Shell.run("data", "info", zip).out()).contains("       1  cat", "       1  dog");
    }

    @Test
    void a_published_set_that_is_not_here_is_described_with_what_to_download(@TempDir Path folder) {
        System.setProperty(DataFolders.PROPERTY, folder.toString());
        try {
            Shell info = Shell.run("data", "info", "svhn");
            assertThat(info.code()).isEqualTo(1);
            assertThat(info.out())
                    .contains(
                            "published at http://ufldl.stanford.edu/housenumbers/",
                            "182 040 794 bytes  train_32x32.mat");
            assertThat(info.err())
                    .isEqualTo("gan4j: svhn: not found; download train_32x32.mat from"
                            + " http://ufldl.stanford.edu/housenumbers/ into " + folder.resolve("svhn")
                            + System.lineSeparator());
            Shell train = Shell.run("train", "mnist-dcgan", "--data", "mnist", "--dry-run");
            assertThat(train.code()).isEqualTo(1);
            assertThat(train.err()).startsWith("gan4j: mnist: not found; download train-images-idx3-ubyte.gz, ");
        } finally {
            System.clearProperty(DataFolders.PROPERTY);
        }
    }

    private static void image(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    }
}
