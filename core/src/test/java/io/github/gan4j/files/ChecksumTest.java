package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {
    @Test
    void the_checksum_of_abc_is_the_published_one() {
        assertThat(Checksum.sha256("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_file_has_the_checksum_of_its_bytes(@TempDir Path folder) throws IOException {
        byte[] bytes = new byte[200_001];
        bytes[200_000] = 7;
        Path file = Files.write(folder.resolve("a"), bytes);
        assertThat(Checksum.sha256(file)).isEqualTo(Checksum.sha256(bytes));
        Path missing = folder.resolve("b");
        assertThatIOException()
                .isThrownBy(() -> Checksum.sha256(missing))
                .withMessage(missing + ": cannot be read: no such file or folder");
    }
}
