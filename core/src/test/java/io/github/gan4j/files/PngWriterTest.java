package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {
    /** Stripes, ramps and noise, so that each filter is the best of some row. */
    private static Picture mixed(int width, int height, int channels) {
        Random random = new Random(3);
        byte[] pixels = new byte[width * height * channels];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < channels; c++)
                    pixels[(y * width + x) * channels + c] = (byte)
                            switch (y / 4 % 5) {
                                case 0 -> random.nextInt(256);
                                case 1 -> 200 + c;
                                case 2 -> 3 * x + 50 * c;
                                case 3 -> 90 * x * x % 251 + c;
                                default -> 5 * x + 7 * y + random.nextInt(3);
                            };
        return new Picture(width, height, channels, pixels);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 1, 3", "28, 28, 1", "64, 64, 3", "3, 200, 3", "400, 300, 3"})
    void another_reader_finds_every_byte(int width, int height, int channels) throws IOException {
        Picture picture = mixed(width, height, channels);
        byte[] png = ImageFile.png(picture);
        assertThat(Picture.of(ImageIO.read(new ByteArrayInputStream(png)))).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "28, 28, 1", "64, 64, 3", "100, 100, 3"})
    void the_data_of_a_small_image_is_one_chunk_even_where_nothing_can_be_packed(int width, int height, int channels)
            throws IOException {
        byte[] noise = new byte[width * height * channels];
        new Random(5).nextBytes(noise);
        byte[] png = ImageFile.png(new Picture(width, height, channels, noise));
        assertThat(new String(png, StandardCharsets.ISO_8859_1).split("IDAT", -1))
                .hasSize(2);
    }

    @Test
    void opacity_is_the_last_channel() throws IOException {
        Layers layers = new Layers(mixed(30, 20, 3), Optional.of(mixed(30, 20, 1)));
        assertThat(ImageFile.layers(ImageFile.png(layers), "a.png")).isEqualTo(layers);
    }

    @Test
    void files_are_as_small_as_those_of_imageio() throws IOException {
        Picture picture = mixed(64, 64, 3);
        ByteArrayOutputStream theirs = new ByteArrayOutputStream();
        ImageIO.write(picture.toImage(), "png", theirs);
        assertThat(ImageFile.png(picture)).hasSizeLessThan(theirs.size() * 21 / 20);
    }
}
