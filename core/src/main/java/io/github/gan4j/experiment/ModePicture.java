package io.github.gan4j.experiment;

import io.github.gan4j.data.Mixture;
import io.github.gan4j.files.Picture;
import java.util.Arrays;

/** Points over the modes of a mixture: a circle of 3 deviations around each, blue points inside, red ones outside. */
final class ModePicture {
    private static final int SIDE = 320;
    private static final int STEPS = 400;
    private static final int MODE = 0x9e9e9e;
    private static final int INSIDE = 0x1565c0;
    private static final int OUTSIDE = 0xe53935;

    private final double reach;
    private final byte[] pixels = new byte[SIDE * SIDE * 3];

    private ModePicture(double reach) {
        this.reach = reach;
        Arrays.fill(pixels, (byte) 0xff);
    }

    static Picture of(float[] points, Mixture mixture, double sigmas) {
        double far = 0;
        for (double[] mode : mixture.modes()) for (double number : mode) far = Math.max(far, Math.abs(number));
        ModePicture picture = new ModePicture(1.3 * far);
        double radius = sigmas * mixture.spread();
        for (double[] mode : mixture.modes())
            for (int step = 0; step < STEPS; step++) {
                double angle = 2 * Math.PI * step / STEPS;
                picture.dot(mode[0] + radius * Math.cos(angle), mode[1] + radius * Math.sin(angle), MODE);
            }
        for (int i = 0; i < points.length; i += 2)
            picture.dot(points[i], points[i + 1], near(points[i], points[i + 1], mixture, radius) ? INSIDE : OUTSIDE);
        return new Picture(SIDE, SIDE, 3, picture.pixels);
    }

    private static boolean near(double x, double y, Mixture mixture, double radius) {
        return mixture.modes().stream().anyMatch(mode -> Math.hypot(x - mode[0], y - mode[1]) < radius);
    }

    private void dot(double x, double y, int colour) {
        int column = (int) Math.floor((x / reach + 1) / 2 * SIDE), row = (int) Math.floor((1 - y / reach) / 2 * SIDE);
        if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) return;
        int at = (row * SIDE + column) * 3;
        pixels[at] = (byte) (colour >> 16);
        pixels[at + 1] = (byte) (colour >> 8);
        pixels[at + 2] = (byte) colour;
    }
}
