package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that people have and nobody thought of: what is not used is named, and nothing is taken for something else. */
class StrangeFilesTest {
    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void images() throws IOException {
        for (int i = 0; i < 4; i++) Images.png(folder.resolve("a" + i + ".png"), 16, 16, i, 2, 3);
    }

    private ImageSet read(Path path) throws IOException {
        return DataSource.at(path).images(Part.TRAIN, heard::add);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whatever_may_hold_labels_and_is_not_read_is_named() throws IOException {
        for (String name :
                List.of("labels.txt", "metadata.jsonl", "Annotations.json", "classes.xlsx", "sub/labels.csv"))
            write(name, "a0.png 1");
        write("README.txt", "about the labels");
        assertThat(read(folder).labelled()).isFalse();
        String others =
                ": is not used: labels are read from dataset.json, a table (.csv, .tsv or .jsonl) or .cls files";
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "sub/labels.csv: is not used: it lies in a sub-folder, not beside all images",
                        "labels.txt" + others,
                        "metadata.jsonl: is not used: line 1: it is not valid JSON: Unrecognized token 'a0': was"
                                + " expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                        "Annotations.json" + others,
                        "classes.xlsx" + others);
    }

    @Test
    void files_named_like_the_images_are_counted() throws IOException {
        for (int i = 0; i < 3; i++) write("a" + i + ".json", "{\"label\": 1}");
        read(folder);
        assertThat(heard)
                .containsExactly(
                        ".json files named like the images (3, as a0.json): is not used: labels beside each image"
                                + " are read from .cls files");
    }

    @Test
    void archives_among_images_are_named() throws IOException {
        write("more.zip", "PK");
        write("rest.tar.gz", "x");
        assertThat(read(folder).size()).isEqualTo(4);
        assertThat(heard)
                .containsExactly("more.zip and 1 more archive are not looked into; unpack them to use what is inside");
    }

    @Test
    void class_names_that_hardly_differ_are_named() throws IOException {
        write("labels.csv", "file,label\na0.png,dog\na1.png,Dog\na2.png,cat\na3.png,cat\n");
        assertThat(read(folder).labelNames()).containsExactly("Dog", "cat", "dog");
        assertThat(heard).contains("classes \"Dog\" and \"dog\" differ only in spaces, case or accents; are they one?");
    }

    @Test
    void classes_of_one_name_are_named() throws IOException {
        write("dataset.json", "{\"labels\": [[\"a0.png\", 0], [\"a1.png\", 1], [\"a2.png\", 2], [\"a3.png\", 2]]}");
        write("class_names.txt", "dog\ndog\ncat\n");
        assertThat(read(folder).labelNames()).containsExactly("dog", "dog", "cat");
        assertThat(heard)
                .contains("2 classes are called \"dog\"; the name means the first of them, the others are asked for by"
                        + " their place, as in #2");
    }

    @Test
    void a_dataset_json_that_ends_too_early_is_named_in_words() throws IOException {
        write("dataset.json", "{\"labels\": [[\"a0.png\", 0],\n[\"a1");
        assertThatIOException()
                .isThrownBy(() -> read(folder))
                .withMessageContaining("dataset.json: Unexpected end-of-input")
                .withMessageEndingWith(" in line 2")
                .withMessageNotContaining("REDACTED");
    }

    private static byte[] npy(String type, String shape, int bytes) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        return ByteBuffer.allocate(10 + header.length() + bytes)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0})
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private Path npz(String name, String... arrays) throws IOException {
        Path file = folder.resolve("npz").resolve(name);
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String array : arrays) {
                zip.putNextEntry(new ZipEntry(array + ".npy"));
                boolean classes = array.contains("y");
                zip.write(classes ? npy("|u1", "3,", 3) : npy("|u1", "3, 8, 8", 192));
            }
        }
        return file;
    }

    @Test
    void an_array_is_what_its_own_name_says_whatever_the_file_is_called() throws IOException {
        for (String name : List.of("data.npz", "with-labels.npz", "images.npz", "test-set.npz")) {
            ImageSet images = read(npz(name, "x_train", "y_train"));
            assertThat(images.size()).as(name).isEqualTo(3);
            assertThat(images.labelled()).as(name).isTrue();
        }
    }

    @Test
    void one_image_is_not_taken_for_a_stack_of_rows() throws IOException {
        Path file = Files.write(folder.resolve("one.npy"), npy("|u1", "20, 20, 3", 1200));
        assertThatIOException()
                .isThrownBy(() -> read(file))
                .withMessageContaining("has the shape of one image, [20, 20, 3]");
    }

    @Test
    void what_only_ends_like_an_array_or_is_all_zeros_is_named_as_what_it_is() throws IOException {
        write("page.npz", "<!DOCTYPE html><html></html>");
        write("empty.npz", "");
        Path zeros = Files.write(folder.resolve("zeros.tar"), new byte[10_240]);
        assertThatIOException()
                .isThrownBy(() -> read(folder.resolve("page.npz")))
                .withMessageContaining("is a web page");
        assertThatIOException()
                .isThrownBy(() -> read(folder.resolve("empty.npz")))
                .withMessageContaining("is an empty file");
        assertThatIOException().isThrownBy(() -> read(zeros)).withMessageContaining("an empty tar archive");
    }

    @Test
    void a_test_part_that_cannot_be_read_is_named_and_one_that_is_not_there_is_not() throws IOException {
        Path set = folder.resolve("npz");
        npz("digits-train.npz", "x_train", "y_train");
        assertThat(DataSource.at(set).samples(0, heard::add).split(heard::add).how())
                .contains("held out");
        assertThat(heard).noneMatch(line -> line.contains("test part"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(set.resolve("digits-test.npz")))) {
            zip.putNextEntry(new ZipEntry("x_test.npy"));
            zip.write(npy("|u1", "3, 8, 8", 5));
        }
        assertThat(DataSource.at(set).samples(0, heard::add).split(heard::add).how())
                .contains("held out");
        assertThat(heard).anyMatch(line -> line.endsWith("; the test part is not used"));
    }

    @Test
    void a_single_file_is_not_held_out_from_itself() throws IOException {
        Path file = folder.resolve("t10k-images-idx3-ubyte");
        byte[] bytes = ByteBuffer.allocate(16 + 12 * 64)
                .putInt(0x0803)
                .putInt(12)
                .putInt(8)
                .putInt(8)
                .array();
        for (int i = 16; i < bytes.length; i++) bytes[i] = (byte) i;
        Split split =
                DataSource.at(Files.write(file, bytes)).samples(0, heard::add).split(heard::add);
        assertThat(split.how()).isEqualTo("every sixth image held out");
    }

    @Test
    void a_link_in_a_tar_may_lead_through_other_folders() throws IOException {
        Path tar = folder.resolve("links.tar");
        try (OutputStream out = Files.newOutputStream(tar);
                TarArchiveOutputStream archive = new TarArchiveOutputStream(out)) {
            TarArchiveEntry file = new TarArchiveEntry("./set/b/0.png");
            byte[] bytes = Files.readAllBytes(folder.resolve("a0.png"));
            file.setSize(bytes.length);
            archive.putArchiveEntry(file);
            archive.write(bytes);
            archive.closeArchiveEntry();
            for (String target : List.of("../b/0.png", "../../../outside.png")) {
                TarArchiveEntry link =
                        new TarArchiveEntry("./set/a/" + target.length() + ".png", TarConstants.LF_SYMLINK);
                link.setLinkName(target);
                archive.putArchiveEntry(link);
                archive.closeArchiveEntry();
            }
        }
        assertThat(read(tar).size()).isEqualTo(2);
        assertThat(heard).hasSize(1).first().asString().contains("which is not in the archive");
    }
}
