package io.github.gan4j.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** Small data of every kind that is read from files, drawn by formulas. */
final class GoldenFolders {
    private static final int CLASSES = 3, EACH = 8;

    private GoldenFolders() {}

    /** Draws them below a folder and gives their paths by the names that the table uses. */
    static Map<String, String> draw(Path root) throws IOException {
        return Map.of(
                "patches", patches(root.resolve("patches")).toString(),
                "folder", folder(root.resolve("folder")).toString(),
                "faces", faces(root.resolve("faces")).toString(),
                "idx", idx(root.resolve("idx")).toString(),
                "points", points(root.resolve("points.csv")).toString());
    }

    /** Images of several sizes in colour, from which patches are cut. */
    private static Path patches(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < 2 * CLASSES * EACH; i++)
            write(folder.resolve("photo" + i + ".png"), 40 + i % 7, 36 + i % 5, i);
        return folder;
    }

    /** A folder a class. */
    private static Path folder(Path folder) throws IOException {
        for (int c = 0; c < CLASSES; c++) {
            Path own = Files.createDirectories(folder.resolve("kind" + c));
            for (int i = 0; i < EACH; i++) write(own.resolve(i + ".png"), 20, 20, c * EACH + i);
        }
        return folder;
    }

    /** Images named as UTKFace names them. */
    private static Path faces(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < CLASSES * EACH; i++)
            write(folder.resolve(3 + 4 * i + "_" + i % 2 + "_0_2017010" + i % 10 + i + ".png"), 18, 18, i);
        return folder;
    }

    private static void write(Path file, int width, int height, int kind) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                image.setRGB(x, y, shade(x, y, kind) << 16 | shade(y, x, kind + 1) << 8 | shade(x, 2 * y, kind + 2));
        ImageIO.write(image, "png", file.toFile());
    }

    /** A pattern of stripes and squares of integers alone. */
    private static int shade(int x, int y, int kind) {
        int stripes = (x * (1 + kind % 5) + y * (kind % 3)) * 9 % 256;
        boolean square = x / (3 + kind % 4) % 2 == y / (2 + kind % 5) % 2;
        return square ? stripes : 255 - stripes / 2;
    }

    /** Both parts of a set in MNIST's format, three classes of 28x28 pixels. */
    private static Path idx(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String part : new String[] {"train", "t10k"}) {
            int count = part.equals("train") ? 8 * EACH : 2 * EACH;
            ByteArrayOutputStream images = new ByteArrayOutputStream(), labels = new ByteArrayOutputStream();
            DataOutputStream pixels = new DataOutputStream(images), classes = new DataOutputStream(labels);
            for (int number : new int[] {0x803, count, 28, 28}) pixels.writeInt(number);
            for (int number : new int[] {0x801, count}) classes.writeInt(number);
            for (int i = 0; i < count; i++) {
                classes.writeByte(i % CLASSES);
                for (int k = 0; k < 28 * 28; k++) pixels.writeByte(shade(k % 28, k / 28, i));
            }
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.toByteArray());
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.toByteArray());
        }
        return folder;
    }

    private static Path points(Path file) throws IOException {
        return Files.writeString(file, "x,y\n0,0\n1,0.5\n-0.5,1\n0.25,-1\n");
    }
}
