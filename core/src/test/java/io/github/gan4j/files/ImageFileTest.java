package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.RealData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    @TempDir
    Path folder;

    private static Picture noise(int channels) {
        byte[] pixels = new byte[20 * 10 * channels];
        new Random(1).nextBytes(pixels);
        return new Picture(20, 10, channels, pixels);
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void png_keeps_every_byte(int channels) throws IOException {
        Path file = folder.resolve("noise.png");
        ImageFile.writePng(file, noise(channels));
        assertThat(ImageFile.read(file)).isEqualTo(noise(channels));
        assertThat(folder).isDirectoryContaining("glob:**noise.png").isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void bmp_keeps_every_byte() throws IOException {
        byte[] bytes = encoded(noise(3).toImage(), "bmp");
        assertThat(ImageFile.read(bytes, "a.bmp")).isEqualTo(noise(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void jpeg_and_gif_are_read_with_their_channels(int channels) throws IOException {
        byte[] flat = new byte[32 * 16 * channels];
        Arrays.fill(flat, (byte) 90);
        Picture picture = new Picture(32, 16, channels, flat);
        for (byte pixel :
                ImageFile.read(encoded(picture.toImage(), "jpg"), "a.jpg").pixels())
            assertThat((int) pixel).isBetween(88, 92);
        assertThat(Pictures.toGrey(ImageFile.read(encoded(picture.toImage(), "gif"), "a.gif")))
                .isEqualTo(Pictures.toGrey(picture));
    }

    @Test
    void sixteen_bits_and_transparency_are_read() throws IOException {
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setPixels(0, 0, 2, 1, new int[] {257 * 9, 257 * 200});
        assertThat(ImageFile.read(encoded(deep, "png"), "deep.png").pixels()).containsExactly(9, 200);
        BufferedImage glass = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        assertThat(ImageFile.read(encoded(glass, "png"), "glass.png").pixels()).containsExactly(255, 255, 255);
    }

    @Test
    void deep_images_that_stay_nearly_black_are_remarked() throws IOException {
        for (int brightest : new int[] {0, 1, 16_383, 16_384, 65_535}) {
            BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
            deep.getRaster().setPixels(0, 0, 2, 1, new int[] {0, brightest});
            assertThat(ImageFile.content(encoded(deep, "png"), "deep.png")
                            .remarks()
                            .contains(Remark.DARK))
                    .as("brightest value %d", brightest)
                    .isEqualTo(brightest == 1 || brightest == 16_383);
        }
    }

    @Test
    void real_photographs_are_read() throws IOException {
        Optional<Path> photographs = RealData.path("tiny-imagenet-9classes/goldfish");
        Assumptions.assumeTrue(photographs.isPresent(), "the nine classes of photographs are not on this machine");
        try (Stream<Path> files = Files.list(photographs.orElseThrow())) {
            for (Path file : files.limit(200).toList())
                assertThat(ImageFile.read(file))
                        .extracting(Picture::width, Picture::height)
                        .containsExactly(64, 64);
        }
    }

    @Test
    void a_text_is_refused_by_name() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.png"), "feed the cats");
        assertThatIOException().isThrownBy(() -> ImageFile.read(notes)).withMessage(notes + ": is text, not an image");
        assertThatIOException().isThrownBy(() -> ImageFile.read(new byte[0], "empty.png"));
    }

    @Test
    void a_missing_file_and_a_folder_are_named() {
        Path missing = folder.resolve("missing.png");
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(missing))
                .withMessage(missing + ": no such file or folder");
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(folder))
                .withMessage(folder + ": is a folder, not an image");
    }

    @Test
    void a_webp_that_claims_more_blocks_than_its_bytes_can_hold_is_not_decoded() throws IOException {
        byte[] file = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        assertThat(ImageFile.read(file, "dot.webp").width()).isOne();
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(26, (short) 500)
                .putShort(28, (short) 500);
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(file, "large.webp"))
                .withMessage("large.webp: claims more pixels than its 42 bytes can hold");
    }

    @Test
    void sizes_are_refused_before_anything_is_decoded() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(claiming(100_000, 100_000), "bomb.png"))
                .withMessage("bomb.png: claims 100000x100000 pixels; an image has at least 1 and at most 67108864");
        assertThatIOException()
                .isThrownBy(() -> ImageFile.read(claiming(8000, 8000), "bomb.png"))
                .withMessageMatching("bomb.png: claims 8000x8000 pixels in a file of \\d+ bytes");
    }

    /** A small PNG whose header states another size, with a correct checksum. */
    private static byte[] claiming(int width, int height) throws IOException {
        ByteBuffer png = ByteBuffer.wrap(encoded(noise(1).toImage(), "png"));
        png.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt(29, (int) crc.getValue());
        return png.array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void cut_files_are_refused_in_one_line(String format) throws IOException {
        byte[] whole = encoded(noise(3).toImage(), format);
        for (int length = 0; length < whole.length * 3 / 4; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIOException()
                    .as("%s cut to %d of %d bytes", format, length, whole.length)
                    .isThrownBy(() -> ImageFile.read(cut, "cut." + format))
                    .withMessageMatching("cut\\." + format + ": [^\n]+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void flipped_bytes_give_a_picture_or_one_line(String format) throws IOException {
        byte[] whole = encoded(noise(3).toImage(), format);
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(i % 2 == 0 ? 60 : flipped.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                ImageFile.read(flipped, "x");
            } catch (IOException e) {
                assertThat(e.getMessage()).startsWith("x: ").hasLineCount(1);
            }
        }
    }
}
