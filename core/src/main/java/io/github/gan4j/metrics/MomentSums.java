package io.github.gan4j.metrics;

import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;

/**
 * Sums of rows and of their products about an origin near the mean, from which blocks can be taken away again. In 64
 * bits: in 32 the products of features that lie far from 0 leave little of a covariance.
 */
record MomentSums(int count, double[] origin, double[] sum, double[] products) {
    private static final int NUMBERS_AT_ONCE = 1 << 22;

    static double[] mean(Features features) {
        double[] mean = new double[features.width()];
        for (int row = 0, at = 0; row < features.count(); row++)
            for (int column = 0; column < mean.length; column++) mean[column] += features.values()[at++];
        for (int column = 0; column < mean.length; column++) mean[column] /= features.count();
        return mean;
    }

    static MomentSums of(Features features, double[] origin) {
        int width = features.width();
        double[] sum = new double[width];
        int rows = Math.max(1, NUMBERS_AT_ONCE / width);
        try (Scope scope = new Scope()) {
            Tensor products = LinearAlgebra.of(new double[width * width], width, width);
            for (int from = 0; from < features.count(); from += rows) {
                double[] centred = centred(features, from, Math.min(features.count(), from + rows), origin);
                for (int i = 0; i < centred.length; i++) sum[i % width] += centred[i];
                addProducts(centred, width, products);
            }
            return new MomentSums(features.count(), origin, sum, LinearAlgebra.toDoubles(products));
        }
    }

    private static void addProducts(double[] centred, int width, Tensor products) {
        try (Scope scope = new Scope()) {
            Tensor block = LinearAlgebra.of(centred, centred.length / width, width);
            products.copyInPlace(products.plus(LinearAlgebra.product(LinearAlgebra.transposed(block), block)));
        }
    }

    /** Rows {@code from … to - 1} less the origin. */
    static double[] centred(Features features, int from, int to, double[] origin) {
        int width = features.width();
        double[] centred = new double[(to - from) * width];
        for (int i = 0; i < centred.length; i++) centred[i] = features.values()[from * width + i] - origin[i % width];
        return centred;
    }

    MomentSums minus(MomentSums part) {
        return new MomentSums(
                count - part.count, origin, difference(sum, part.sum), difference(products, part.products));
    }

    FeatureMoments moments() {
        int width = origin.length;
        double[] mean = new double[width];
        for (int i = 0; i < width; i++) mean[i] = origin[i] + sum[i] / count;
        double[] covariance = new double[products.length];
        for (int i = 0; i < covariance.length; i++)
            covariance[i] = (products[i] - sum[i / width] * sum[i % width] / count) / (count - 1.0);
        return new FeatureMoments(count, width, mean, covariance);
    }

    private static double[] difference(double[] whole, double[] part) {
        double[] left = new double[whole.length];
        for (int i = 0; i < left.length; i++) left[i] = whole[i] - part[i];
        return left;
    }
}
