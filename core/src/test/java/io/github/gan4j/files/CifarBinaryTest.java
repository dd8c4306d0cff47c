package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.files.CifarBinary.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBinaryTest {
    @TempDir
    Path folder;

    @Test
    void images_and_classes_are_read() throws IOException {
        byte[] bytes = new byte[2 * 3073];
        bytes[0] = 7;
        bytes[1] = 11;
        bytes[3073] = 9;
        bytes[2 * 3073 - 1] = 22;
        CifarBinary cifar = CifarBinary.read(Files.write(folder.resolve("data_batch_1.bin"), bytes), Kind.CIFAR_10);
        assertThat(cifar.labels()).containsExactly(7, 9);
        assertThat(cifar.images()).hasSize(2);
        assertThat(cifar.images().get(0)[0]).isEqualTo((byte) 11);
        assertThat(cifar.images().get(1)[3071]).isEqualTo((byte) 22);
    }

    @Test
    void the_hundred_class_kind_takes_the_fine_class() throws IOException {
        byte[] bytes = new byte[3074];
        bytes[0] = 3;
        bytes[1] = 99;
        CifarBinary cifar = CifarBinary.read(Files.write(folder.resolve("train.bin"), bytes), Kind.CIFAR_100);
        assertThat(cifar.labels()).containsExactly(99);
    }

    @Test
    void a_truncated_or_empty_file_is_refused() throws IOException {
        for (int length : new int[] {0, 3072, 3074}) {
            Path file = Files.write(folder.resolve("data_batch_1.bin"), new byte[length]);
            assertThatIOException()
                    .isThrownBy(() -> CifarBinary.read(file, Kind.CIFAR_10))
                    .withMessage(
                            "data_batch_1.bin: expected a multiple of 3073 bytes (class, then 32x32 pixels in colour),"
                                    + " got " + length + "; is it truncated?");
        }
    }

    @Test
    void a_class_that_does_not_exist_is_refused() throws IOException {
        byte[] bytes = new byte[2 * 3073];
        bytes[3073] = 10;
        Path file = Files.write(folder.resolve("test_batch.bin"), bytes);
        assertThatIOException()
                .isThrownBy(() -> CifarBinary.read(file, Kind.CIFAR_10))
                .withMessage("test_batch.bin: image 1 has class 10, but classes go from 0 to 9");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatIOException()
                .isThrownBy(() -> CifarBinary.read(folder.resolve("x.bin"), Kind.CIFAR_10))
                .withMessage("x.bin: no such file or folder");
    }
}
