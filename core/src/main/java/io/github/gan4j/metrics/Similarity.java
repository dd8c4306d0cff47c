package io.github.gan4j.metrics;

/**
 * The structural similarity of two planes at one scale (Wang et al. 2004, eq. 13, with K₁ = 0.01 and K₂ = 0.03).
 *
 * @param whole brightness, contrast and structure
 * @param structure contrast and structure only
 */
record Similarity(double whole, double structure) {
    static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double BRIGHTNESS_FLOOR = 0.01 * 0.01;
    private static final double CONTRAST_FLOOR = 0.03 * 0.03;

    static Similarity of(Plane x, Plane y) {
        double[] window = window(Math.min(WINDOW, (Math.min(x.height(), x.width()) + 1) / 2 * 2 - 1));
        double[] meanX = x.blurred(window).values();
        double[] meanY = y.blurred(window).values();
        double[] xx = x.times(x).blurred(window).values();
        double[] yy = y.times(y).blurred(window).values();
        double[] xy = x.times(y).blurred(window).values();
        double whole = 0;
        double structure = 0;
        for (int i = 0; i < xy.length; i++) {
            double varianceX = xx[i] - meanX[i] * meanX[i];
            double varianceY = yy[i] - meanY[i] * meanY[i];
            double covariance = xy[i] - meanX[i] * meanY[i];
            double brightness = (2 * meanX[i] * meanY[i] + BRIGHTNESS_FLOOR)
                    / (meanX[i] * meanX[i] + meanY[i] * meanY[i] + BRIGHTNESS_FLOOR);
            double here = (2 * covariance + CONTRAST_FLOOR) / (varianceX + varianceY + CONTRAST_FLOOR);
            structure += here;
            whole += brightness * here;
        }
        return new Similarity(whole / xy.length, structure / xy.length);
    }

    private static double[] window(int side) {
        double[] weights = new double[side];
        double sum = 0;
        for (int i = 0; i < side; i++) {
            double from = i - side / 2;
            weights[i] = Math.exp(-from * from / (2 * DEVIATION * DEVIATION));
            sum += weights[i];
        }
        for (int i = 0; i < side; i++) weights[i] /= sum;
        return weights;
    }
}
