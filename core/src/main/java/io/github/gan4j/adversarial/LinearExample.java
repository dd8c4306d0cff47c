package io.github.gan4j.adversarial;

/**
 * A linear classifier of two classes and one point, small enough for a blackboard: moving each coordinate by epsilon along
 * the sign of its weight moves the score by epsilon times the L1 norm of the weights, so the more dimensions, the smaller
 * the change that is needed (Goodfellow et al. 2015, arXiv:1412.6572, section 3).
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

    /** The score: the inner product of weights and point. */
    public double product() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * point[i];
        return sum;
    }

    /** The probability of class 1. */
    public double probability() {
        return 1 / (1 + Math.exp(-product()));
    }

    /** With every coordinate of the point moved by {@code epsilon} along the sign of its weight. */
    public LinearExample attacked(double epsilon) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) moved[i] += epsilon * Math.signum(weights[i]);
        return new LinearExample(weights, moved);
    }
}
