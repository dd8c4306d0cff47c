package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as people's systems leave them: odd endings, thumbnails of a NAS, deleted files. */
class EverydayFoldersTest {
    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    private void image(String name, String format, int grey) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) image.setRGB(i % 16, i / 16, (grey + i % 16) * 0x010203);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    }

    private ImageSet read() throws IOException {
        return DataSource.at(folder).images(Part.TRAIN, notices::add);
    }

    @Test
    void an_image_is_read_whatever_its_ending() throws IOException {
        String[] names = {
            "a.jfif", "b.pjpeg", "c.jif", "d.JPE", "e.png", "f", "g.dat", "h.dib", "i.apng", "j.jpg", "k.webp"
        };
        String[] formats = {"jpg", "jpg", "jpg", "jpg", "jpg", "png", "gif", "bmp", "png", "png", "png"};
        for (int i = 0; i < names.length; i++) image(names[i], formats[i], 10 * i);
        assertThat(read().size()).isEqualTo(names.length);
        assertThat(notices).isEmpty();
    }

    @Test
    void what_a_system_puts_beside_images_is_passed_over_and_is_no_class() throws IOException {
        for (String kind : List.of("cats", "dogs"))
            for (int i = 0; i < 2; i++) {
                image(kind + "/" + i + ".png", "png", 20 * i);
                image(kind + "/@eaDir/" + i + ".png/SYNOPHOTO_THUMB_M.jpg", "jpg", 20 * i);
            }
        image("$RECYCLE.BIN/S-1-5/deleted.png", "png", 1);
        image("#recycle/deleted.png", "png", 1);
        image("System Volume Information/x.png", "png", 1);
        image(".trash/x.png", "png", 1);
        ImageSet set = read();
        assertThat(set.size()).isEqualTo(4);
        assertThat(set.labelNames()).containsExactly("cats", "dogs");
        assertThat(String.join("\n", notices)).contains("@eaDir", "$RECYCLE.BIN", "#recycle", ".trash");
    }

    @Test
    void digits_under_the_names_that_other_programs_give_are_found_by_name() throws IOException {
        Path mnist = folder.resolve("mnist");
        for (String name : List.of("train-images.idx3-ubyte", "t10k-images.idx3-ubyte"))
            sparse(mnist.resolve(name), name.startsWith("train") ? 47_040_016 : 7_840_016);
        for (String name : List.of("train-labels.idx1-ubyte", "t10k-labels.idx1-ubyte"))
            sparse(mnist.resolve(name), name.startsWith("train") ? 60_008 : 10_008);
        DataFolders folders = new DataFolders(List.of(folder));
        try {
            assertThat(folders.find(NamedSet.named("mnist").orElseThrow(), Part.TRAIN))
                    .isEqualTo(mnist);
        } catch (IOException checked) { // found, and then compared with the published checksums
            assertThat(checked).hasMessageContaining("train-images.idx3-ubyte").hasMessageContaining("MD5");
        }
    }

    private static void sparse(Path file, long bytes) throws IOException {
        Files.createDirectories(file.getParent());
        try (RandomAccessFile channel = new RandomAccessFile(file.toFile(), "rw")) {
            channel.setLength(bytes);
        }
    }
}
