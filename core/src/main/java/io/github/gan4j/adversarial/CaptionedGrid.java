package io.github.gan4j.adversarial;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Images as tiles in rows, each with a caption below. */
final class CaptionedGrid {
    private static final int SIDE = 140;
    private static final int GAP = 8;
    private static final int LINE = 18;
    private static final Color GROUND = new Color(0x202020);
    private static final Color INK = new Color(0xe6e6e6);

    private record Tile(Picture picture, String text) {}

    private final SampleShape shape;
    private final int columns;
    private final int factor;
    private final List<Tile> tiles = new ArrayList<>();

    CaptionedGrid(SampleShape shape, int columns) {
        this.shape = shape;
        this.columns = columns;
        factor = Math.max(1, Math.round((float) SIDE / shape.width()));
    }

    /** @param image {@code [channels, height, width]} in [-1, 1] */
    void add(float[] image, String text) {
        tiles.add(new Tile(shape.picture(image).enlarged(factor), text));
    }

    /** Scales numbers so that {@code largest} becomes white and its negative black. */
    static float[] stretched(float[] numbers, float largest) {
        float[] stretched = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) stretched[i] = numbers[i] / Math.max(largest, Float.MIN_NORMAL);
        return stretched;
    }

    /** The largest absolute value. */
    static float largest(float[] numbers) {
        float largest = 0;
        for (float number : numbers) largest = Math.max(largest, Math.abs(number));
        return largest;
    }

    Picture picture() {
        int wide = shape.width() * factor + GAP, tall = shape.height() * factor + LINE + GAP;
        int rows = (tiles.size() + columns - 1) / columns;
        BufferedImage image = new BufferedImage(GAP + columns * wide, GAP + rows * tall, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(GROUND);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(INK);
        for (int i = 0; i < tiles.size(); i++) {
            int left = GAP + i % columns * wide, top = GAP + i / columns * tall;
            pen.drawImage(tiles.get(i).picture().toImage(), left, top, null);
            write(pen, tiles.get(i).text(), left, top + tall - GAP - 5, wide - GAP / 2);
        }
        pen.dispose();
        return Picture.of(image);
    }

    /** Text made to fit, or none on a machine without fonts: a picture without words is better than no picture. */
    private static void write(Graphics2D pen, String text, int x, int y, int room) {
        try {
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            float length = pen.getFontMetrics(font).stringWidth(text);
            pen.setFont(length > room ? font.deriveFont(12 * room / length) : font);
            pen.drawString(text, x, y);
        } catch (RuntimeException | InternalError | LinkageError noFonts) {
            // what java.awt throws without fonts
        }
    }
}
