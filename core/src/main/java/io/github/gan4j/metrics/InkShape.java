package io.github.gan4j.metrics;

/**
 * How ink is spread around its middle: the central moments of second order, in pixels squared.
 *
 * @param across variance from left to right
 * @param down variance from top to bottom
 * @param both covariance of the two, positive where ink is above left and below right
 */
record InkShape(double across, double down, double both) {
    static InkShape of(Luma ink) {
        double weight = 1e-12, sumX = 0, sumY = 0;
        for (int y = 0; y < ink.height(); y++)
            for (int x = 0; x < ink.width(); x++) {
                weight += ink.at(x, y);
                sumX += ink.at(x, y) * x;
                sumY += ink.at(x, y) * y;
            }
        double across = 0, down = 0, both = 0;
        for (int y = 0; y < ink.height(); y++)
            for (int x = 0; x < ink.width(); x++) {
                double dx = x - sumX / weight, dy = y - sumY / weight;
                across += ink.at(x, y) * dx * dx;
                down += ink.at(x, y) * dy * dy;
                both += ink.at(x, y) * dx * dy;
            }
        return new InkShape(across / weight, down / weight, both / weight);
    }

    /** The horizontal shear that would set it upright: how far the top leans to the right, as a share of the height. */
    double slant() {
        return down > 0 ? -both / down : 0;
    }

    double proportion() {
        return down > 0 ? Math.sqrt(across / down) : 0;
    }
}
