package io.github.gan4j.apply;

/**
 * A linear classifier of two classes and one point, small enough for a blackboard: moving every number of the point by a
 * little along the sign of its weight moves the product by that little times the sum of all, so the more dimensions, the
 * smaller the changes that are enough (Goodfellow et al. 2015, arXiv:1412.6572, section 3).
 */
public record LinearExample(double[] weights, double[] point) {
    public LinearExample {
        if (weights.length == 0 || weights.length != point.length)
            throw new IllegalArgumentException("a linear example needs as many weights as numbers, at least one, got "
                    + weights.length + " and " + point.length);
    }

    /** The one of Karpathy's "Breaking Linear Classifiers on ImageNet" (2015), ten numbers. */
    public static LinearExample published() {
        return new LinearExample(
                new double[] {-1, -1, 1, -1, 1, -1, 1, 1, -1, 1}, new double[] {2, -1, 3, -2, 2, 2, 1, -4, 5, 1});
    }

    /** The weights times the numbers, summed. */
    public double product() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * point[i];
        return sum;
    }

    /** How probable class 1 is. */
    public double probability() {
        return 1 / (1 + Math.exp(-product()));
    }

    /** The same with every number of the point moved by {@code epsilon} along the sign of its weight. */
    public LinearExample attacked(double epsilon) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) moved[i] += epsilon * Math.signum(weights[i]);
        return new LinearExample(weights, moved);
    }
}
