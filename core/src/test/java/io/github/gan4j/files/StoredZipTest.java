package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class StoredZipTest {
    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StoredZip zip = new StoredZip(bytes)) {
            zip.add("a/b.txt", new byte[] {1, 2, 3});
            zip.add("empty", new byte[0]);
        }
        return bytes.toByteArray();
    }

    @Test
    void entries_are_stored_as_they_are_and_the_bytes_are_always_the_same() throws IOException {
        byte[] zip = zip();
        assertThat(zip()).isEqualTo(zip);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry first = in.getNextEntry();
            assertThat(first.getName()).isEqualTo("a/b.txt");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
            assertThat(in.getNextEntry().getName()).isEqualTo("empty");
            assertThat(in.getNextEntry()).isNull();
        }
    }
}
