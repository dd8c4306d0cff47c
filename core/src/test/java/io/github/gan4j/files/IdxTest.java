package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.RealData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    @TempDir
    Path folder;

    private static byte[] idx(int values, int... dimensions) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + values);
        buffer.putInt(0x0800 | dimensions.length);
        for (int dimension : dimensions) buffer.putInt(dimension);
        for (int i = 0; i < values; i++) buffer.put((byte) i);
        return buffer.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private void refuses(String name, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        assertThatIOException().isThrownBy(() -> Idx.read(file)).withMessage(name + ": " + message);
    }

    @Test
    void plain_and_compressed_files_read_alike() throws IOException {
        byte[] bytes = idx(12, 2, 2, 3);
        Idx plain = Idx.read(Files.write(folder.resolve("images-idx3-ubyte"), bytes));
        Idx packed = Idx.read(Files.write(folder.resolve("images-idx3-ubyte.gz"), gzip(bytes)));
        assertThat(plain.dimensions()).containsExactly(2, 2, 3);
        assertThat(plain.values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(packed.dimensions()).isEqualTo(plain.dimensions());
        assertThat(packed.values()).isEqualTo(plain.values());
    }

    @Test
    void a_file_of_the_wrong_length_is_refused_with_both_lengths() throws IOException {
        refuses(
                "train-images-idx3-ubyte",
                idx(100, 60000, 28, 28),
                "expected 47040016 bytes for 60000 images of 28x28, got 116; is it truncated or still compressed?");
        refuses("a", idx(5, 4), "expected 12 bytes for 4 labels, got 13; is it damaged?");
        refuses(
                "oblong",
                idx(5, 1, 10, 20),
                "expected 216 bytes for 1 image of 20x10, got 21; is it truncated or still" + " compressed?");
    }

    @Test
    void a_compressed_file_under_a_plain_name_is_refused() throws IOException {
        refuses(
                "train-images-idx3-ubyte",
                gzip(idx(4, 4)),
                "begins like a gzip file, not like an IDX file; is it still compressed? Decompress it, or let its name end in"
                        + " .gz");
    }

    @Test
    void a_compressed_file_with_too_little_or_too_much_inside_is_refused() throws IOException {
        refuses("a.gz", gzip(idx(3, 4)), "expected 12 bytes for 4 labels, got 11; is it truncated?");
        refuses("b.gz", gzip(idx(5, 4)), "expected 12 bytes for 4 labels, got more; is it damaged?");
        byte[] whole = gzip(idx(10_000, 10_000));
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThatIOException()
                .isThrownBy(() -> Idx.read(cut))
                .withMessageMatching("cut\\.gz: expected 10008 bytes for 10000 labels, got \\d+; is it truncated\\?");
    }

    @Test
    void a_header_that_promises_more_than_the_file_can_hold_is_refused_before_memory_is_taken() throws IOException {
        Path file = Files.write(folder.resolve("bomb.gz"), gzip(idx(0, 500, 1000, 1000)));
        assertThatIOException()
                .isThrownBy(() -> Idx.read(file))
                .withMessageContaining("bomb.gz: claims 500000000 bytes, more than its ");
        Path huge = Files.write(folder.resolve("huge"), idx(0, -1, -1, -1));
        assertThatIOException()
                .isThrownBy(() -> Idx.read(huge))
                .withMessageStartingWith("huge: claims 4294967295 images of 4294967295x4294967295; ");
    }

    @Test
    void what_is_no_idx_file_is_refused() throws IOException {
        refuses("empty", new byte[0], "ends within its header; is it truncated?");
        refuses("empty.gz", new byte[0], "ends within its header; is it truncated?");
        refuses("text", "hello".getBytes(), "begins with the bytes 68656c6c; an IDX file begins with 0000");
        refuses(
                "text.gz",
                "hello hello hello".getBytes(),
                "has the extension .gz but is not a valid gzip file (Not in GZIP format)");
        refuses(
                "floats",
                new byte[] {0, 0, 0x0d, 1},
                "holds elements of type 0x0d; only unsigned bytes (0x08) are read");
        refuses("deep", new byte[] {0, 0, 8, 9}, "has 9 dimensions; 1 to 4 are read");
        assertThatIOException()
                .isThrownBy(() -> Idx.read(folder.resolve("none")))
                .withMessage("none: no such file or folder");
    }

    @Property(tries = 300)
    void random_bytes_are_read_or_refused_in_one_line(@ForAll @Size(max = 40) byte[] tail, @ForAll boolean compressed)
            throws IOException {
        byte[] bytes = new byte[tail.length + 4];
        bytes[2] = 8;
        bytes[3] = 1;
        System.arraycopy(tail, 0, bytes, 4, tail.length);
        Path file = Files.createTempFile("fuzz", compressed ? ".gz" : "");
        try {
            Files.write(file, compressed ? gzip(bytes) : bytes);
            Idx.read(file);
        } catch (IOException e) {
            assertThat(e.getMessage()).startsWith(file.getFileName() + ": ").hasLineCount(1);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void mnist_is_read() throws IOException {
        Optional<Path> mnist = RealData.path("mnist");
        Assumptions.assumeTrue(mnist.isPresent(), "shared/data/mnist is not here");
        Idx images = Idx.read(mnist.get().resolve("t10k-images-idx3-ubyte.gz"));
        assertThat(images.dimensions()).containsExactly(10_000, 28, 28);
    }
}
