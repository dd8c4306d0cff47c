package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.RealData;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Checksum;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {
    private static final String FORGOTTEN = "d41d8cd98f00b204e9800998ecf8427e";

    @TempDir
    Path here;

    @TempDir
    Path home;

    private DataFolders folders() {
        return new DataFolders(List.of(here, home));
    }

    private static NamedSet known(String name) {
        return NamedSet.named(name).orElseThrow();
    }

    private static Path file(Path file, long bytes) throws IOException {
        Files.createDirectories(file.getParent());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        return file;
    }

    private void refuses(String set, Part part, String message) {
        assertThatIOException()
                .isThrownBy(() -> folders().find(known(set), part))
                .withMessage(message);
    }

    @Test
    void what_is_missing_is_said_with_its_home_page_and_where_it_belongs() {
        refuses(
                "svhn",
                Part.TRAIN,
                "svhn: not found; download train_32x32.mat from http://ufldl.stanford.edu/housenumbers/ into "
                        + here.resolve("svhn") + " or " + home.resolve("svhn") + ", or set GAN4J_DATA");
        refuses(
                "stl10",
                Part.TEST,
                "stl10: not found; download test_X.bin, test_y.bin from https://cs.stanford.edu/~acoates/stl10/ into "
                        + here.resolve("stl10") + " or " + home.resolve("stl10") + ", or set GAN4J_DATA");
    }

    @Test
    void a_folder_with_a_part_of_the_files_is_named_with_what_it_lacks() throws IOException {
        for (int i : new int[] {1, 2, 4}) file(home.resolve("cifar10/data_batch_" + i + ".bin"), 30_730_000);
        refuses(
                "cifar10",
                Part.TRAIN,
                "cifar10: " + home.resolve("cifar10")
                        + " lacks data_batch_3.bin, data_batch_5.bin; download from"
                        + " https://www.cs.toronto.edu/~kriz/cifar.html into it");
    }

    @Test
    void files_are_found_in_the_folder_that_their_archive_makes() throws IOException {
        Path unpacked = home.resolve("cifar10/cifar-10-batches-bin");
        file(unpacked.resolve("test_batch.bin"), 30_730_000);
        assertThat(folders().find(known("cifar10"), Part.TEST)).isEqualTo(unpacked);
        file(here.resolve("cifar10/test_batch.bin"), 30_729_999);
        refuses(
                "cifar10",
                Part.TEST,
                "cifar10: test_batch.bin must have 30730000 bytes, got 30729999 (in " + here.resolve("cifar10")
                        + "); download it again from https://www.cs.toronto.edu/~kriz/cifar.html, or name the folder by its"
                        + " path to use it as it is");
    }

    @Test
    void a_set_in_its_archive_is_found_and_checked() throws IOException {
        file(home.resolve("cifar10/cifar-10-binary.tar.gz"), 1000);
        refuses(
                "cifar10",
                Part.TRAIN,
                "cifar10: cifar-10-binary.tar.gz must have 170052171 bytes, got 1000 (in " + home.resolve("cifar10")
                        + "); download it again from https://www.cs.toronto.edu/~kriz/cifar.html, or name the folder by its"
                        + " path to use it as it is");
    }

    @Test
    void another_content_of_the_same_length_is_refused() throws IOException {
        Path labels = file(here.resolve("mnist/t10k-labels-idx1-ubyte.gz"), 4_542);
        file(here.resolve("mnist/t10k-images-idx3-ubyte.gz"), 1_648_877);
        assertThatIOException()
                .isThrownBy(() -> folders().find(known("mnist"), Part.TEST))
                .withMessageStartingWith("mnist: t10k-images-idx3-ubyte.gz must have the MD5"
                        + " 9fb629c4189551a2d022fa330f9573f3, got "
                        + Checksum.md5(labels.resolveSibling("t10k-images-idx3-ubyte.gz")));
    }

    @BeforeEach
    void cache() {
        System.setProperty(CacheFolder.PROPERTY, home.toString());
    }

    @AfterEach
    void noCache() {
        System.clearProperty(CacheFolder.PROPERTY);
    }

    @Test
    void files_of_a_set_are_told_wherever_they_are() throws IOException {
        assertThat(folders().places(known("svhn"))).isEmpty();
        file(home.resolve("svhn/train_32x32.mat"), 1);
        assertThat(folders().places(known("svhn")))
                .containsExactly(new DataFolders.Place(home.resolve("svhn"), List.of("test_32x32.mat")));
    }

    @Test
    void what_was_checked_is_remembered_until_a_file_changes() throws IOException {
        NamedSet set = new NamedSet(
                "tiny",
                "nothing",
                "home",
                ImageFormat.IDX,
                "",
                Optional.empty(),
                List.of(PublishedFile.of("a", 3, "other").or(PublishedFile.of("b", 0, FORGOTTEN))),
                List.of(),
                List.of());
        Path file = file(here.resolve("tiny/b"), 0);
        assertThat(folders().find(set, Part.TRAIN)).isEqualTo(here.resolve("tiny"));
        Path memory = new CacheFolder(home).kept().get(0).file();
        assertThat(here.resolve("tiny")).isDirectoryNotContaining(other -> !other.equals(file));
        assertThat(memory).content().contains(FORGOTTEN + " 0 " + Files.getLastModifiedTime(file));
        Files.setAttribute(memory, "lastModifiedTime", FileTime.fromMillis(0));
        folders().find(set, Part.TRAIN);
        assertThat(memory).content().contains(FORGOTTEN);
        Files.writeString(memory, "{ not json");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        folders().find(set, Part.TRAIN);
        assertThat(memory).content().contains("1970");
    }

    @Test
    void published_numbers_are_whole() {
        for (NamedSet set : NamedSet.all())
            for (Part part : Part.values())
                assertThat(set.files(part)).isNotEmpty().allSatisfy(file -> assertThat(file.forms())
                        .isNotEmpty()
                        .allSatisfy(
                                form -> assertThat(form.md5().orElse(FORGOTTEN)).matches("[0-9a-f]{32}")));
    }

    @Test
    void mnist_as_published_passes() throws IOException {
        Assumptions.assumeTrue(RealData.path("mnist").isPresent(), "shared/data/mnist is not here");
        Path root = RealData.path("mnist").orElseThrow().getParent();
        for (Part part : Part.values())
            assertThat(new DataFolders(List.of(root)).find(known("mnist"), part))
                    .isEqualTo(root.resolve("mnist"));
    }
}
