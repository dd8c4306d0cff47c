package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {
    @TempDir
    Path folder;

    private Path written(Charset names, String... files) throws IOException {
        Path path = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(("content of " + file).repeat(20).getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    private static String text(Zip zip, String name) throws IOException {
        return new String(Archived.bytes(name, 1 << 20, () -> zip.open(name)), StandardCharsets.UTF_8);
    }

    @Test
    void names_of_windows_are_read_and_others_are_told_apart() throws IOException {
        try (Zip zip = Zip.open(written(Charset.forName("IBM437"), "Äpfel/ö.png"))) {
            assertThat(zip.names()).containsExactly("Äpfel/ö.png");
            assertThat(zip.hasForeignNames()).isTrue();
            assertThat(text(zip, "Äpfel/ö.png")).startsWith("content of Äpfel/ö.png");
        }
        try (Zip zip = Zip.open(written(Charset.forName("GBK"), "猫/0.png", "狗/0.png"))) {
            // the bytes of the first are UTF-8, too, for another letter
            assertThat(zip.names()).containsExactly("├¿/0.png", "╣╖/0.png");
            assertThat(text(zip, zip.names().get(1))).startsWith("content of 狗");
        }
        try (Zip zip = Zip.open(written(StandardCharsets.UTF_8, "猫/ö.png"))) {
            assertThat(zip.names()).containsExactly("猫/ö.png");
            assertThat(zip.hasForeignNames()).isFalse();
        }
    }

    @Test
    void a_name_without_its_mark_is_utf_8_where_it_can_be() throws IOException {
        Path path = written(StandardCharsets.UTF_8, "ä.png");
        byte[] bytes = Files.readAllBytes(path);
        for (int at = 0; at < bytes.length - 9; at++)
            if (bytes[at] == 'P' && bytes[at + 1] == 'K') {
                if (bytes[at + 2] == 3) bytes[at + 7] &= ~8;
                if (bytes[at + 2] == 1) bytes[at + 9] &= ~8;
            }
        try (Zip zip = Zip.open(Files.write(path, bytes))) {
            assertThat(zip.names()).containsExactly("ä.png");
            assertThat(zip.hasForeignNames()).isFalse();
        }
    }

    @Test
    void damaged_zips_are_read_or_refused_in_one_line_that_names_them() throws IOException {
        byte[] whole = Files.readAllBytes(written(StandardCharsets.UTF_8, "a.png", "folder/b.png", "dataset.json"));
        Random random = new Random(7);
        for (int round : IntStream.range(0, 5000).toArray()) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            if (round % 5 == 0) damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            Path path = Files.write(folder.resolve("d.zip"), damaged);
            try (Zip zip = Zip.open(path)) {
                for (String name : zip.names())
                    try {
                        text(zip, name);
                    } catch (IOException refused) {
                        assertThat(refused.getMessage()).startsWith(name + ": ").doesNotContain("null");
                    }
            } catch (IOException refused) {
                assertThat(refused.getMessage())
                        .startsWith(path + ": is not a valid zip file (")
                        .doesNotContain("null");
            }
        }
    }

    @Test
    void what_is_no_zip_is_one_line() throws IOException {
        Path path = Files.writeString(folder.resolve("a.zip"), "text");
        assertThatIOException()
                .isThrownBy(() -> Zip.open(path))
                .withMessage(path + ": is not a valid zip file (its end is not that of a zip; is it cut short?)");
        assertThatIOException()
                .isThrownBy(() -> Zip.open(folder.resolve("none.zip")))
                .withMessage(folder.resolve("none.zip") + ": no such file or folder");
    }
}
