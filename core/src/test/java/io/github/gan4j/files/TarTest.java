package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    private void add(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void link(String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private Path written() throws IOException {
        tar.close();
        return Files.write(folder.resolve("a.tar"), bytes.toByteArray());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String text(Tar tar, String name) throws IOException {
        return new String(Archived.bytes(name, 1 << 20, () -> tar.open(name)), StandardCharsets.UTF_8);
    }

    @Test
    void files_of_any_name_and_length_are_read_plain_and_through_gzip() throws IOException {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        String gnu = "folder/".repeat(40) + "ä.png", posix = "deep/".repeat(60) + "猫.png";
        add("a.png", "one".getBytes(StandardCharsets.UTF_8));
        add(gnu, "t".repeat(1000).getBytes(StandardCharsets.UTF_8));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        add(posix, "three".getBytes(StandardCharsets.UTF_8));
        tar.putArchiveEntry(new TarArchiveEntry("empty-folder/"));
        tar.closeArchiveEntry();
        add("nothing", new byte[0]);
        Path plain = written();
        Path packed = Files.write(folder.resolve("a.tgz"), gzip(Files.readAllBytes(plain)));
        for (Path path : new Path[] {plain, packed})
            try (Tar read = Tar.open(path)) {
                assertThat(read.names()).containsExactly("a.png", gnu, posix, "nothing");
                assertThat(text(read, "a.png")).isEqualTo("one");
                assertThat(text(read, gnu)).hasSize(1000).containsOnlyOnce("t".repeat(1000));
                assertThat(text(read, posix)).isEqualTo("three");
                assertThat(read.size("nothing")).isZero();
            }
    }

    @Test
    void links_inside_are_followed_and_other_files_are_refused_by_name() throws IOException {
        add("a/one.png", "one".getBytes(StandardCharsets.UTF_8));
        link("b/hard.png", TarConstants.LF_LINK, "a/one.png");
        link("a/soft.png", TarConstants.LF_SYMLINK, "one.png");
        link("etc.png", TarConstants.LF_SYMLINK, "/etc/passwd");
        link("device.png", TarConstants.LF_CHR, "");
        link("sparse.png", TarConstants.LF_GNUTYPE_SPARSE, "");
        try (Tar read = Tar.open(written())) {
            assertThat(read.names())
                    .containsExactlyInAnyOrder("a/one.png", "b/hard.png", "a/soft.png", "etc.png", "sparse.png");
            assertThat(text(read, "b/hard.png")).isEqualTo("one");
            assertThat(text(read, "a/soft.png")).isEqualTo("one");
            assertThatIOException()
                    .isThrownBy(() -> text(read, "etc.png"))
                    .withMessage("etc.png: cannot be read: it is a link to /etc/passwd, which is not in the archive");
            assertThatIOException()
                    .isThrownBy(() -> text(read, "sparse.png"))
                    .withMessage("sparse.png: cannot be read: it is a sparse file; pack it without --sparse");
        }
    }

    @Test
    void archives_put_one_behind_the_other_are_read_to_the_end() throws IOException {
        add("a.png", new byte[2000]);
        add("b.png", new byte[1]);
        byte[] whole = Files.readAllBytes(written());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(whole);
        joined.write(whole);
        joined.write("no header".getBytes(StandardCharsets.UTF_8));
        try (Tar read = Tar.open(Files.write(folder.resolve("joined.tar"), joined.toByteArray()))) {
            assertThat(read.names()).containsExactly("a.png", "b.png");
            assertThat(read.twice()).containsExactly("a.png", "b.png");
        }
    }

    @Test
    void what_is_cut_or_no_archive_is_one_line() throws IOException {
        add("a.png", new byte[2000]);
        Path path = written();
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, 1500));
        try (Tar cut = Tar.open(path)) {
            assertThatIOException()
                    .isThrownBy(() -> text(cut, "a.png"))
                    .withMessage("a.png: cannot be read: it ends too early");
        }
        refused(Arrays.copyOf(whole, 300), "is not a valid tar archive (it ends too early)");
        refused(new byte[0], "is not a valid tar archive (it holds nothing)");
        refused(new byte[10240], "is not a valid tar archive (it holds nothing)");
        refused(
                "x".repeat(600).getBytes(StandardCharsets.UTF_8),
                "is not a valid tar archive (the checksum of the header at byte 0 does not match)");
        byte[] packed = gzip(whole);
        refused(Arrays.copyOf(packed, packed.length / 2), "cannot be unpacked: it ends too early");
        assertThatIOException()
                .isThrownBy(() -> Tar.open(folder.resolve("none.tar")))
                .withMessage(folder.resolve("none.tar") + ": no such file or folder");
    }

    private void refused(byte[] content, String why) throws IOException {
        Path path = Files.write(folder.resolve("bad.tar"), content);
        assertThatIOException().isThrownBy(() -> Tar.open(path)).withMessage(path + ": " + why);
    }

    @Test
    void a_name_without_end_is_refused_before_it_is_held() throws IOException {
        TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
        name.setSize(64 << 20);
        tar.putArchiveEntry(name);
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'x');
        for (int i = 0; i < 64; i++) tar.write(piece);
        tar.closeArchiveEntry();
        refused(
                gzip(Files.readAllBytes(written())),
                "is not a valid tar archive (a name has 67108864 bytes; at most 1048576 are read)");
    }

    @Test
    void damaged_archives_are_read_or_refused_in_one_line() throws IOException {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        add("a.png", new byte[700]);
        add("long/".repeat(50) + "b.png", new byte[100]);
        link("c.png", TarConstants.LF_LINK, "a.png");
        byte[] whole = Files.readAllBytes(written());
        byte[] packed = gzip(whole);
        Random random = new Random(7);
        for (int round : IntStream.range(0, 3000).toArray()) {
            byte[] damaged = (round % 4 == 0 ? packed : whole).clone();
            for (int i = random.nextInt(8); i >= 0; i--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            if (round % 4 != 0) mend(damaged);
            Path path = Files.write(folder.resolve("d.tar"), damaged);
            try (Tar read = Tar.open(path)) {
                for (String name : read.names()) text(read, name);
            } catch (IOException refused) {
                assertThat(refused.getMessage()).doesNotContain("\n").doesNotContain("null");
            }
        }
    }

    /** Puts the checksums of headers right, so that what lies behind them is tried, too. */
    private static void mend(byte[] tar) {
        for (int at = 0; at + 512 <= tar.length; at += 512) {
            if (tar[at + 257] != 'u') continue;
            long sum = 8 * ' ';
            for (int i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += tar[at + i] & 0xff;
            byte[] digits = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, tar, at + 148, 8);
        }
    }
}
