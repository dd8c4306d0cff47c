package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats, modes, depths, orientations and profiles beside what Pillow shows; {@code pillow-images.py} made the files. */
class PillowImagesTest {
    private static final String EXPECTED = ".expected.png";
    private static final Map<String, byte[]> FILES = files();

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream in = PillowImagesTest.class.getResourceAsStream("pillow-images.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
            return files;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> names() {
        return FILES.keySet().stream().filter(Predicate.not(name -> name.endsWith(EXPECTED)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void colours_are_within_two_of_those_that_pillow_shows(String name) throws IOException {
        Layers layers = new ImageDecoder(FILES.get(name), name).decoded().layers();
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(FILES.get(name + EXPECTED)));
        Picture colours = Pictures.toColour(layers.picture());
        assertThat(colours.width() + "x" + colours.height())
                .isEqualTo(expected.getWidth() + "x" + expected.getHeight());
        Optional<Picture> opacity = layers.opacity();
        int worst = 0;
        for (int at = 0; at < colours.width() * colours.height(); at++) {
            int argb = expected.getRGB(at % colours.width(), at / colours.width());
            int shown = opacity.isEmpty() ? 255 : opacity.get().pixels()[at] & 0xff;
            worst = Math.max(worst, Math.abs(shown - (argb >>> 24)));
            if (argb >>> 24 == 0) continue;
            for (int c = 0; c < 3; c++)
                worst = Math.max(worst, Math.abs((colours.pixels()[3 * at + c] & 0xff) - (argb >> 16 - 8 * c & 0xff)));
        }
        assertThat(worst).isLessThanOrEqualTo(2);
    }

    /** Bytes changed, cut and repeated: a picture of at most the pixels that are claimed, or one line. */
    @ParameterizedTest
    @MethodSource("names")
    void damaged_files_give_a_picture_or_one_line(String name) {
        byte[] whole = FILES.get(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 8; i++) {
            byte[] damaged = i % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int change = 0; change <= i % 4 && damaged.length > 0; change++) {
                int at = random.nextInt(i % 2 == 0 ? Math.min(64, damaged.length) : damaged.length);
                damaged[at] = (byte) (i % 3 == 0 ? -1 : random.nextInt(256));
            }
            try {
                ImageFile.read(damaged, "x");
            } catch (IOException e) {
                assertThat(e.getMessage()).startsWith("x: ").hasLineCount(1).hasSizeLessThan(300);
            }
        }
    }

    @Test
    void a_jpeg_whose_profile_is_in_wrong_pieces_is_read() throws IOException {
        byte[] jpeg = FILES.get("srgb-profile.jpg").clone();
        int at = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("ICC_PROFILE");
        jpeg[at + 12] = 3; // the third piece of one
        ImageDecoder.Decoded decoded = new ImageDecoder(jpeg, "x").decoded();
        assertThat(decoded.remarks()).containsExactly(Remark.PROFILE_IGNORED);
        assertThat(decoded.layers().picture().channels()).isEqualTo(3);
    }

    @Test
    void what_differs_from_the_file_is_remarked_and_nothing_else() throws IOException {
        assertThat(remarks("mode-RGB.png")).isEmpty();
        assertThat(remarks("srgb-profile.jpg")).isEmpty();
        assertThat(remarks("mode-I16.tif")).containsExactly(Remark.DEEP);
        assertThat(remarks("animated.gif")).containsExactly(Remark.FRAMES);
        assertThat(remarks("animated.webp")).containsExactly(Remark.FRAMES);
        assertThat(remarks("turned-6.tif")).containsExactly(Remark.TURNED);
        assertThat(remarks("turned-1.tif")).isEmpty();
        assertThat(remarks("swapped-profile.webp")).containsExactly(Remark.PROFILE);
        assertThat(remarks("damaged-profile.png")).containsExactly(Remark.PROFILE_IGNORED);
    }

    private static Set<Remark> remarks(String name) throws IOException {
        return new ImageDecoder(FILES.get(name), name).decoded().remarks();
    }

    @Test
    void remarks_come_once_for_each_kind() {
        assertThat(Remark.lines(
                        List.of("a", "b", "c"),
                        List.of(Set.of(Remark.DEEP), Set.of(Remark.DEEP, Remark.TURNED), Set.of(Remark.DEEP))))
                .containsExactly(
                        "a and 2 more images: more than 8 bits a channel; rounded to 8",
                        "b: turned upright, as the orientation in the file says");
    }
}
