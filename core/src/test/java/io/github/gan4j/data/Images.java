package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Small images for tests. */
final class Images {
    private Images() {}

    /** Grey images of 2x2 pixels, whose upper left pixel tells which they are; two classes. */
    static ImageSet counting(int count) {
        byte[][] planes = new byte[count][];
        for (int i = 0; i < count; i++) planes[i] = new byte[] {(byte) i, 0, (byte) 255, 0};
        return new ImageSet(
                SampleShape.image(1, 2, 2),
                planes,
                IntStream.range(0, count).map(i -> i % 2).toArray(),
                List.of("even", "odd"),
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    /** Writes a PNG in one colour or, with equal numbers, one grey. */
    static void png(Path file, int width, int height, int red, int green, int blue) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (i % 3 == 0 ? red : i % 3 == 1 ? green : blue);
        Files.write(file, ImageFile.png(new Picture(width, height, 3, pixels)));
    }
}
