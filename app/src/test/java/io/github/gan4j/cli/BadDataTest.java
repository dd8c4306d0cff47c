package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data as people really have it: what can be used trains, what cannot is one line and leaves nothing behind. */
class BadDataTest {
    @TempDir
    Path folder;

    private Path data;
    private Path run;

    @BeforeEach
    void names() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        run = folder.resolve("runs/one");
    }

    @Test
    void a_path_that_does_not_exist_is_refused() {
        refused(folder.resolve("nowhere"), "folder", folder.resolve("nowhere") + ": no such file or folder");
    }

    @Test
    void an_empty_folder_is_refused() {
        refused(data, "folder", data + ": holds no images (PNG, JPEG, GIF, BMP, TIFF, WebP, PNM)");
    }

    @Test
    void what_is_no_image_among_good_ones_is_named_and_training_goes_on() throws IOException {
        for (int i = 0; i < 4; i++) image(data.resolve(i + ".png"), 16, 16, BufferedImage.TYPE_3BYTE_BGR);
        Files.writeString(data.resolve("notes.png"), "not a picture");
        byte[] whole = Files.readAllBytes(data.resolve("0.png"));
        Files.write(data.resolve("torn.png"), Arrays.copyOf(whole, whole.length / 2));
        Shell train = Tiny.train("folder", run, "--data", data.toString());
        assertThat(train.err().lines().toList())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("notes.png", "left out"))
                .anySatisfy(line -> assertThat(line).contains("torn.png", "left out"))
                .endsWith(few("4 images"));
        assertThat(train.code()).isZero();
        assertThat(train.out()).contains("4 images, 16x16 colour", "done: 32 images");
    }

    @Test
    void a_folder_without_one_readable_image_is_refused() throws IOException {
        Files.writeString(data.resolve("notes.png"), "not a picture");
        refused(
                data,
                "folder",
                data + ": none of its 1 images can be read; the first: " + data.resolve("notes.png")
                        + ": is text, not an image");
    }

    @Test
    void images_of_all_sizes_and_modes_train_together() throws IOException {
        int[] modes = {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY
        };
        for (int i = 0; i < modes.length; i++) image(data.resolve(i + ".png"), 10 + 7 * i, 40 - 5 * i, modes[i]);
        image(data.resolve("dot.png"), 1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image(data.resolve("thin.png"), 2000, 2, BufferedImage.TYPE_3BYTE_BGR);
        Shell train = Tiny.train("folder", run, "--data", data.toString());
        assertThat(train.err().lines())
                .containsExactly(
                        "gan4j: 1.png: more than 8 bits a channel; rounded to 8",
                        "gan4j: " + data
                                + ": 1 image of 10x40, and 7 of other sizes, were cropped to the square in their"
                                + " middle and resized to 16x16",
                        few("8 images"));
        assertThat(train.code()).isZero();
        assertThat(train.out()).contains("8 images, 16x16 colour");
    }

    @Test
    void one_image_and_a_batch_larger_than_the_data_train() throws IOException {
        image(data.resolve("only.png"), 16, 16, BufferedImage.TYPE_BYTE_GRAY);
        Shell train = Tiny.train("folder", run, "--data", data.toString());
        assertThat(train.err().lines()).containsExactly(few("1 image").replace("copy them", "copy it"));
        assertThat(train.code()).isZero();
        assertThat(train.out()).contains("1 image, 16x16 grey");
    }

    private static String few(String images) {
        return "gan4j: the data has " + images
                + " only: a generator can do no more than copy them; a few hundred are the least, a few thousand are usual";
    }

    @Test
    void bad_entries_of_a_zip_are_named_and_a_bomb_is_not_inflated() throws IOException {
        Path zip = folder.resolve("images.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : new String[] {"a.png", "c.png"}) {
                out.putNextEntry(new ZipEntry(name));
                image(folder.resolve("tmp.png"), 16, 16, BufferedImage.TYPE_BYTE_GRAY);
                out.write(Files.readAllBytes(folder.resolve("tmp.png")));
            }
            out.putNextEntry(new ZipEntry("b.png"));
            out.write("garbage".getBytes());
            out.putNextEntry(new ZipEntry("bomb.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 257; i++) out.write(zeros);
        }
        Shell train = Tiny.train("folder", run, "--data", zip.toString());
        assertThat(train.err().lines().toList())
                .satisfiesExactly(
                        b -> assertThat(b).contains("images.zip/b.png", "left out"),
                        bomb -> assertThat(bomb).contains("images.zip/bomb.png", "268435456 bytes", "left out"),
                        few -> assertThat(few).isEqualTo(few("2 images")));
        assertThat(train.code()).isZero();
    }

    @Test
    void a_zip_that_was_cut_is_refused() throws IOException {
        Path zip = Files.writeString(folder.resolve("cut.zip"), "PK\3\4 no more");
        refused(zip, "folder", zip + ": is not a valid zip file (its end is not that of a zip; is it cut short?)");
    }

    @Test
    void idx_files_that_are_cut_or_still_compressed_or_do_not_match_are_refused() throws IOException {
        Path images = data.resolve("train-images-idx3-ubyte");
        Path labels = data.resolve("train-labels-idx1-ubyte");
        byte[] whole = idx(0x803, new int[] {10, 28, 28}, 7840);
        Files.write(labels, idx(0x801, new int[] {10}, 10));

        Files.write(images, Arrays.copyOf(whole, 4000));
        refused(
                data,
                "mnist-dcgan",
                "train-images-idx3-ubyte: expected 7856 bytes for 10 images of 28x28, got 4000;"
                        + " is it truncated or still compressed?");

        Files.write(images, gzip(whole));
        refused(
                data,
                "mnist-dcgan",
                "train-images-idx3-ubyte: begins like a gzip file, not like an IDX file; is it still compressed?"
                        + " Decompress it, or let its name end in .gz");

        Files.write(images, whole);
        Files.write(labels, idx(0x801, new int[] {9}, 9));
        refused(
                data,
                "mnist-dcgan",
                "train-labels-idx1-ubyte: has 9 labels, but train-images-idx3-ubyte has 10 images");
    }

    private void refused(Path data, String preset, String message) {
        Shell refused = Tiny.train(preset, run, "--data", data.toString());
        assertThat(refused.err()).isEqualTo("gan4j: " + message + System.lineSeparator());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(run.getParent()).doesNotExist();
    }

    private static void image(Path file, int width, int height, int mode) throws IOException {
        BufferedImage image = new BufferedImage(width, height, mode);
        Random random = new Random(file.hashCode());
        for (int i = 0; i < width * height; i++) image.setRGB(i % width, i / width, random.nextInt());
        ImageIO.write(image, "png", file.toFile());
    }

    private static byte[] idx(int magic, int[] dimensions, int length) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 + 4 * dimensions.length + length).putInt(magic);
        for (int dimension : dimensions) bytes.putInt(dimension);
        return bytes.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
