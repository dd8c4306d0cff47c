package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CifarFolderTest {
    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    private List<String> classes(String file, int labelBytes) throws IOException {
        Files.write(folder.resolve(file), new byte[labelBytes + 3072]);
        return CifarFolder.read(folder, Part.TRAIN, 0, 0, heard::add).labelNames();
    }

    private void list(String file, int count) throws IOException {
        List<String> names =
                IntStream.range(0, count).mapToObj(i -> "kind " + i).toList();
        Files.writeString(folder.resolve(file), String.join("\n", names) + "\n\n");
    }

    @Test
    void classes_are_named_by_the_list_beside_the_images() throws IOException {
        list("batches.meta.txt", 10);
        assertThat(classes("data_batch_1.bin", 1)).hasSize(10).startsWith("kind 0", "kind 1");
        Files.delete(folder.resolve("data_batch_1.bin"));

        list("fine_label_names.txt", 100);
        assertThat(classes("train.bin", 2)).hasSize(100).endsWith("kind 98", "kind 99");
    }

    @Test
    void without_a_list_of_that_length_cifar_10_has_its_own_and_cifar_100_numbers() throws IOException {
        assertThat(classes("data_batch_1.bin", 1)).startsWith("airplane").endsWith("truck");
        assertThat(heard).isEmpty();
        list("batches.meta.txt", 9);
        assertThat(classes("data_batch_1.bin", 1)).startsWith("airplane").endsWith("truck");
        assertThat(heard).containsExactly("batches.meta.txt: is not used: it has 9 names for 10 classes");
        Files.delete(folder.resolve("data_batch_1.bin"));

        assertThat(classes("train.bin", 2)).startsWith("0", "1").endsWith("99");
    }
}
