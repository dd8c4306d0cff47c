package io.github.gan4j.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Folders of images that are drawn here, for runs that need some. */
final class DrawnImages {
    private DrawnImages() {}

    /** Small colour pictures of circles and bars on gradients. */
    static Path pictures(Path folder) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(1);
        for (int i = 0; i < 40; i++)
            ImageIO.write(drawing(random), "png", folder.resolve(i + ".png").toFile());
        return folder;
    }

    private static BufferedImage drawing(Random random) {
        BufferedImage image = new BufferedImage(96, 72, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, colour(random), 96, 72, colour(random)));
        pen.fillRect(0, 0, 96, 72);
        for (int i = 0; i < 6; i++) {
            pen.setColor(colour(random));
            double x = random.nextDouble() * 80, y = random.nextDouble() * 60, size = 8 + random.nextDouble() * 30;
            if (i % 2 == 0) pen.fill(new Ellipse2D.Double(x, y, size, size));
            else pen.draw(new Rectangle2D.Double(x, y, size, size / 2));
        }
        pen.dispose();
        return image;
    }

    private static Color colour(Random random) {
        return Color.getHSBColor(random.nextFloat(), 0.6f, 0.5f + random.nextFloat() / 2);
    }

    /** Circles, crosses and squares of 28x28 in a folder each. */
    static Path shapes(Path folder) throws IOException {
        Random random = new Random(2);
        for (String name : List.of("circle", "cross", "square")) {
            Path all = Files.createDirectories(folder.resolve(name));
            for (int i = 0; i < 150; i++)
                ImageIO.write(
                        shape(name, random), "png", all.resolve(i + ".png").toFile());
        }
        return folder;
    }

    private static BufferedImage shape(String name, Random random) {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(1.5f + random.nextFloat()));
        pen.rotate(0.4 * random.nextDouble() - 0.2, 14, 14);
        double size = 10 + random.nextDouble() * 8,
                from = 14 - size / 2 + random.nextDouble() * 4 - 2,
                end = from + size;
        switch (name) {
            case "circle" -> pen.draw(new Ellipse2D.Double(from, from, size, size));
            case "square" -> pen.draw(new Rectangle2D.Double(from, from, size, size));
            default -> {
                pen.draw(new Line2D.Double(from, from, end, end));
                pen.draw(new Line2D.Double(from, end, end, from));
            }
        }
        pen.dispose();
        return image;
    }
}
