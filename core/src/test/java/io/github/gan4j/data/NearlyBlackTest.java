package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of a smaller range than their format has come in nearly black; they are left as they are, and that is said. */
class NearlyBlackTest {
    private static final int SIDE = 16;

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    private void image(String format, int type, int most) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        for (int i = 0; i < SIDE * SIDE; i++)
            image.getRaster().setSample(i % SIDE, i / SIDE, 0, most * i / (SIDE * SIDE - 1));
        ImageIO.write(image, format, folder.resolve("a." + format).toFile());
    }

    private List<String> heard(Path path) throws IOException {
        heard.clear();
        DataSource.at(path).images(Part.TRAIN, heard::add);
        return heard.stream().filter(line -> line.contains("black")).toList();
    }

    @Test
    void grey_images_that_fill_the_lowest_bits_are_named() throws IOException {
        for (String format : List.of("png", "tiff")) {
            for (int bits : List.of(10, 12, 14)) {
                image(format, BufferedImage.TYPE_USHORT_GRAY, (1 << bits) - 1);
                assertThat(heard(folder))
                        .as("%s of %d bits", format, bits)
                        .containsExactly("a." + format
                                + ": 16 bits a channel, but no value above 16 383 of 65 535, so dark or nearly black;"
                                + " multiply the values of 10, 12 or 14 bits");
            }
            image(format, BufferedImage.TYPE_USHORT_GRAY, (1 << 15) - 1);
            assertThat(heard(folder)).isEmpty();
            image(format, BufferedImage.TYPE_BYTE_GRAY, 2);
            assertThat(heard(folder)).hasSize(1);
            for (int i = 0; i < 2; i++) Images.png(folder.resolve("bright" + i + ".png"), SIDE, SIDE, 99, 9, 9);
            assertThat(heard(folder)).isEmpty();
            for (int i = 0; i < 2; i++) Files.delete(folder.resolve("bright" + i + ".png"));
            image(format, BufferedImage.TYPE_BYTE_GRAY, 16);
            assertThat(heard(folder)).isEmpty();
            image(format, BufferedImage.TYPE_BYTE_GRAY, 0);
            assertThat(heard(folder)).isEmpty();
            Files.delete(folder.resolve("a." + format));
        }
    }

    @Test
    void arrays_of_a_smaller_range_are_named() throws IOException {
        Path idx = folder.resolve("train-images-idx3-ubyte");
        ByteBuffer file = ByteBuffer.allocate(16 + 2 * 28 * 28)
                .putInt(0x803)
                .putInt(2)
                .putInt(28)
                .putInt(28);
        file.put(20, (byte) 1);
        Files.write(idx, file.array());
        assertThat(heard(idx)).containsExactly(idx + ": no value above 1 of 255, so nearly black; multiply the values");
        file.put(21, (byte) 99);
        Files.write(idx, file.array());
        assertThat(heard(idx)).isEmpty();
    }
}
