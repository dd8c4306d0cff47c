package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void a_file_appears_under_its_name_only() throws IOException {
        AtomicFile.writeString(folder.resolve("a.txt"), "é");
        assertThat(names()).containsExactly("a.txt");
        assertThat(folder.resolve("a.txt")).hasContent("é");
    }

    @Test
    void a_file_is_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bin"), "something longer");
        AtomicFile.writeChannel(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {1, 2})));
        assertThat(file).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void the_old_file_stays_until_the_new_one_is_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFile.write(file, out -> {
            out.write(new byte[1 << 20]);
            assertThat(file).hasContent("old");
            assertThat(names()).hasSize(2);
        });
        assertThat(file).hasSize(1 << 20);
    }

    @Test
    void a_full_disk_is_one_line_and_leaves_everything_as_it_was() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .withMessage(file + ": cannot be written: No space left on device");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void a_program_error_leaves_nothing_behind() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.txt"), out -> {
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void places_that_cannot_be_written_are_named() throws IOException {
        Path lost = folder.resolve("missing").resolve("a.txt");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeString(lost, "x"))
                .withMessage(lost + ": cannot be written: no such file or folder");
        Path under = Files.writeString(folder.resolve("file"), "").resolve("a.txt");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeString(under, "x"))
                .withMessageStartingWith(under + ": cannot be written: ")
                .withMessageMatching("[^\n]*");
    }

    @Test
    void a_folder_without_permission_is_named() {
        Assumptions.assumeTrue(folder.toFile().setReadOnly(), "this system has no read-only folders");
        Assumptions.assumeFalse(Files.isWritable(folder), "the user of this test may write everywhere");
        Path file = folder.resolve("a.txt");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeString(file, "x"))
                .withMessage(file + ": cannot be written: permission denied");
    }

    @Test
    void leftovers_of_a_kill_are_removed_and_nothing_else() throws IOException {
        Files.writeString(folder.resolve(".a.txt." + UUID.randomUUID() + ".partial"), "half");
        Files.createDirectory(folder.resolve(".b.txt." + UUID.randomUUID() + ".partial"));
        Files.writeString(folder.resolve("mine.partial"), "mine");
        Files.writeString(folder.resolve(".mine.partial"), "mine");
        AtomicFile.removeLeftovers(folder);
        AtomicFile.removeLeftovers(folder.resolve("missing"));
        assertThat(names()).hasSize(3).contains("mine.partial", ".mine.partial");
    }

    @Test
    void what_somebody_is_writing_is_not_abandoned() throws Exception {
        Files.writeString(folder.resolve(".a.txt." + UUID.randomUUID() + ".partial"), "half");
        AtomicFile.write(folder.resolve("b.txt"), out -> {
            AtomicFile.removeAbandoned(folder);
            assertThat(names()).hasSize(1).allMatch(name -> name.startsWith(".b.txt."));
        });
        assertThat(names()).containsExactly("b.txt");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SlowWriter.class.getName(),
                        folder.resolve("c.txt").toString())
                .start();
        assertThat(other.getInputStream().read()).isEqualTo('w');
        AtomicFile.removeAbandoned(folder);
        assertThat(names()).hasSize(2);
        other.destroyForcibly().waitFor();
        assertThat(names()).hasSize(2);
        AtomicFile.removeAbandoned(folder);
        assertThat(names()).containsExactly("b.txt");
    }

    /** A program of its own that is never done with its file. */
    static final class SlowWriter {
        private SlowWriter() {}

        public static void main(String[] arguments) throws IOException {
            AtomicFile.write(Path.of(arguments[0]), out -> {
                System.out.print('w');
                System.out.flush();
                System.in.read();
            });
        }
    }

    @Test
    void a_folder_in_the_place_of_the_file_is_one_line() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.txt"));
        Files.writeString(file.resolve("inside"), "x");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeString(file, "x"))
                .withMessage(file + ": cannot be written: is a folder");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void an_interrupted_thread_writes_to_the_end_and_stays_interrupted() throws IOException {
        Path file = folder.resolve("a.bin");
        Thread.currentThread().interrupt();
        AtomicFile.writeChannel(file, channel -> channel.write(ByteBuffer.wrap(new byte[100])));
        assertThat(Thread.interrupted()).isTrue();
        int[] attempts = {0};
        AtomicFile.writeChannel(file, channel -> {
            channel.write(ByteBuffer.wrap(new byte[200]));
            if (attempts[0]++ == 0) Thread.currentThread().interrupt();
            channel.write(ByteBuffer.wrap(new byte[200]));
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts[0]).isEqualTo(2);
        assertThat(file).hasSize(400);
        assertThat(names()).containsExactly("a.bin");
    }
}
