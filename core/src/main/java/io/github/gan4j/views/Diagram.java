package io.github.gan4j.views;

import io.github.gan4j.files.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A small drawing of one or two dimensions, fast enough for a frame of an animation; charts of a run are {@code Chart}s. */
public final class Diagram {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 400;
    private static final int EDGE = 34;

    private final double left;
    private final double right;
    private final double bottom;
    private final double top;
    private final int width;
    private final BufferedImage image;
    private final Graphics2D pen;
    /** Where the next word of the legend goes: in a row between the title and the plane, so that no curve runs through it. */
    private int legend = EDGE;

    /** A plane of these bounds; a square one where both axes have the same length. */
    public Diagram(double left, double right, double bottom, double top) {
        this.left = left;
        this.right = right;
        this.bottom = bottom;
        this.top = top;
        this.width = width(left, right, bottom, top);
        this.image = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, HEIGHT);
        axis();
    }

    private static int width(double left, double right, double bottom, double top) {
        return right - left == top - bottom ? HEIGHT : WIDTH;
    }

    /** The columns of pixels between both ends of a plane of these bounds. */
    static int columns(double left, double right, double bottom, double top) {
        return width(left, right, bottom, top) - 2 * EDGE;
    }

    private void axis() {
        pen.setColor(new Color(0x757575));
        pen.drawLine(EDGE, HEIGHT - EDGE, width - EDGE, HEIGHT - EDGE);
        double step = Math.pow(10, Math.floor(Math.log10((right - left) / 2)));
        if ((right - left) / step > 12) step *= 2;
        for (double at = Math.ceil(left / step) * step; at <= right; at += step) {
            int x = (int) across(at);
            pen.drawLine(x, HEIGHT - EDGE, x, HEIGHT - EDGE + 4);
            write("%.4g".formatted(at).replaceAll("\\.?0+$", ""), x - 6, HEIGHT - EDGE + 17);
        }
    }

    public double left() {
        return left;
    }

    public double right() {
        return right;
    }

    public double top() {
        return top;
    }

    /** The columns of pixels between both ends. */
    public int columns() {
        return width - 2 * EDGE;
    }

    /** A curve given by its height in every column, times {@code scale}; a negative height leaves a gap. */
    public void line(double[] heights, double scale, Color colour, String name, boolean dashed) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < columns(); i++) {
            if (heights[i] < 0) {
                drawing = false;
                continue;
            }
            double y = up(Math.min(heights[i] * scale, top));
            if (drawing) path.lineTo(EDGE + i, y);
            else path.moveTo(EDGE + i, y);
            drawing = true;
        }
        pen.setColor(colour);
        float[] dashes = {5, 4};
        pen.setStroke(
                dashed
                        ? new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0)
                        : new BasicStroke(2));
        pen.draw(path);
        pen.setStroke(new BasicStroke(1));
        explain(name);
    }

    /** Bars side by side over the whole width. */
    public void bars(double[] heights, Color colour, String name) {
        pen.setColor(colour);
        double each = (double) columns() / heights.length;
        for (int i = 0; i < heights.length; i++) {
            double y = up(Math.min(heights[i], top));
            pen.fill(new Rectangle2D.Double(EDGE + i * each, y, each, HEIGHT - EDGE - y));
        }
        explain(name);
    }

    /** A word of the legend, in the colour of what was drawn last. */
    private void explain(String name) {
        legend += write(name, legend, EDGE - 5) + 14;
    }

    /** Points {@code x, y, x, y, …}; those beyond the plane would run through the title and the numbers of the axis, and are left out. */
    public void points(float[] values, Color colour) {
        pen.setColor(colour);
        pen.clip(new Rectangle2D.Double(EDGE, EDGE, columns(), HEIGHT - 2.0 * EDGE));
        for (int i = 0; i + 1 < values.length; i += 2)
            pen.fill(new Ellipse2D.Double(across(values[i]) - 1.5, up(values[i + 1]) - 1.5, 3, 3));
        pen.setClip(null);
    }

    /** A thin circle, where both axes have the same length. */
    public void circle(double x, double y, double radius, Color colour) {
        pen.setColor(colour);
        double side = 2 * (across(radius) - across(0));
        pen.draw(new Ellipse2D.Double(across(x - radius), up(y + radius), side, side));
    }

    public Picture picture(String title) {
        pen.setColor(new Color(0x424242));
        write(title, EDGE, 14);
        pen.dispose();
        return Picture.of(image);
    }

    /** Text and its width, or none on a machine without fonts: a picture without words is better than no picture. */
    private int write(String text, int x, int y) {
        try {
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            pen.drawString(text, x, y);
            return pen.getFontMetrics().stringWidth(text);
        } catch (RuntimeException | InternalError | LinkageError noFonts) {
            return 0; // what java.awt throws without fonts
        }
    }

    private double across(double x) {
        return EDGE + (x - left) / (right - left) * columns();
    }

    private double up(double y) {
        return HEIGHT - EDGE - (y - bottom) / (top - bottom) * (HEIGHT - 2.0 * EDGE);
    }
}
