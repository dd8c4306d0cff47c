package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StlBinaryTest {
    private static final int SIDE = StlBinary.SIDE;

    @TempDir
    Path folder;

    @Test
    void columns_become_rows() throws IOException {
        byte[] bytes = new byte[2 * 3 * SIDE * SIDE];
        int at = 0;
        for (int plane = 0; plane < 6; plane++)
            for (int x = 0; x < SIDE; x++) for (int y = 0; y < SIDE; y++) bytes[at++] = (byte) (40 * plane + x + 2 * y);
        Path file = Files.write(folder.resolve("train_X.bin"), bytes);
        try (StlBinary images = StlBinary.open(file)) {
            assertThat(images.count()).isEqualTo(2);
            for (int plane = 0; plane < 6; plane++)
                for (int x = 0; x < SIDE; x += 5)
                    for (int y = 0; y < SIDE; y += 7)
                        assertThat(images.image(plane / 3)[(plane % 3 * SIDE + y) * SIDE + x])
                                .isEqualTo((byte) (40 * plane + x + 2 * y));
        }
    }

    @Test
    void a_file_of_another_length_is_refused() throws IOException {
        Path file = Files.write(folder.resolve("train_X.bin"), new byte[30_000]);
        assertThatIOException()
                .isThrownBy(() -> StlBinary.open(file))
                .withMessage("train_X.bin: expected a multiple of 27648 bytes (96x96 pixels in colour), got 30000;"
                        + " is it truncated or still compressed?");
        assertThatIOException()
                .isThrownBy(() -> StlBinary.open(folder.resolve("test_X.bin")))
                .withMessage("test_X.bin: no such file or folder");
    }

    @Test
    void labels_begin_with_nought_and_others_than_ten_are_refused() throws IOException {
        Path file = Files.write(folder.resolve("train_y.bin"), new byte[] {1, 10, 3});
        assertThat(StlBinary.labels(file)).containsExactly(0, 9, 2);
        Files.write(file, new byte[] {1, 0});
        assertThatIOException()
                .isThrownBy(() -> StlBinary.labels(file))
                .withMessage("train_y.bin: label 1 is 0; classes go from 1 to 10");
    }
}
