package io.github.gan4j.explore;

/**
 * Linear regression with a pull of the weights to zero. Solved by conjugate gradients (Hestenes and Stiefel 1952), which
 * need no matrix of size times size.
 *
 * @param pull how strong, at least 0
 */
record Ridge(double pull) {
    private static final int MOST_ROUNDS = 200;

    /** The weights that explain {@code targets} by {@code rows} best, both taken about their means. */
    double[] solve(double[][] rows, double[] targets) {
        double[][] centred = centred(rows);
        double mean = Correlation.mean(targets);
        double[] wanted = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) add(wanted, targets[i] - mean, centred[i]);
        double[] weights = new double[wanted.length];
        double[] left = wanted.clone();
        double[] way = left.clone();
        double size = dot(left, left), first = size;
        for (int round = 0; round < MOST_ROUNDS && size > 1e-20 * first; round++) {
            double[] image = image(centred, way);
            double share = size / dot(way, image);
            add(weights, share, way);
            add(left, -share, image);
            double then = dot(left, left);
            for (int j = 0; j < way.length; j++) way[j] = left[j] + then / size * way[j];
            size = then;
        }
        return weights;
    }

    private double[] image(double[][] rows, double[] way) {
        double[] image = new double[way.length];
        for (double[] row : rows) add(image, dot(row, way), row);
        add(image, pull, way);
        return image;
    }

    private static double[][] centred(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) add(mean, 1.0 / rows.length, row);
        double[][] centred = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            centred[i] = rows[i].clone();
            add(centred[i], -1, mean);
        }
        return centred;
    }

    private static void add(double[] onto, double factor, double[] what) {
        for (int j = 0; j < onto.length; j++) onto[j] += factor * what[j];
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int j = 0; j < first.length; j++) sum += first[j] * second[j];
        return sum;
    }
}
