package io.github.gan4j.data;

import io.github.gan4j.numbers.NormalDistribution;
import io.github.gan4j.numbers.Numbers;
import java.util.List;
import java.util.Locale;

/** Round normal distributions of equal weight and equal standard deviation around given centres. */
public record Mixture(String name, List<double[]> modes, double spread) implements Distribution {
    /** @throws IllegalArgumentException when there is no mode, the modes differ in dimensions, or the spread is not positive */
    public Mixture {
        modes = modes.stream().map(double[]::clone).toList();
        if (modes.isEmpty()) throw new IllegalArgumentException("a " + name + " needs at least 1 mode, not 0");
        if (!(spread > 0) || Double.isInfinite(spread))
            throw new IllegalArgumentException("the std of a " + name + " must be above 0, not " + spread);
        int dimensions = modes.get(0).length;
        if (dimensions < 1 || modes.stream().anyMatch(mode -> mode.length != dimensions))
            throw new IllegalArgumentException("the modes of a " + name + " must have the same number of dimensions");
        for (double[] mode : modes)
            for (double number : mode)
                if (!Double.isFinite(number))
                    throw new IllegalArgumentException("the modes of a " + name + " must be finite, not " + number);
    }

    @Override
    public int dimensions() {
        return modes.get(0).length;
    }

    @Override
    public double[] sample(long seed, long position) {
        Draws draws = Draws.at(seed, position);
        double[] point = modes.get(draws.below(modes.size())).clone();
        for (int axis = 0; axis < point.length; axis++) point[axis] += spread * draws.normal();
        return point;
    }

    @Override
    public double density(double... point) {
        double sum = 0;
        for (double[] mode : modes) sum += Math.exp(-squaredDistance(point, mode) / (2 * spread * spread));
        return sum / (modes.size() * Math.pow(2 * Math.PI * spread * spread, dimensions() / 2.0));
    }

    @Override
    public double probability(double[] low, double[] high) {
        double sum = 0;
        for (double[] mode : modes) {
            double share = 1;
            for (int axis = 0; axis < mode.length && share > 0; axis++)
                share *= NormalDistribution.between(
                        (low[axis] - mode[axis]) / spread, (high[axis] - mode[axis]) / spread);
            sum += share;
        }
        return sum / modes.size();
    }

    @Override
    public double[] mean() {
        double[] mean = new double[dimensions()];
        for (double[] mode : modes)
            for (int axis = 0; axis < mean.length; axis++) mean[axis] += mode[axis] / modes.size();
        return mean;
    }

    @Override
    public double[] std() {
        double[] mean = mean();
        double[] std = new double[dimensions()];
        for (int axis = 0; axis < std.length; axis++) {
            double variance = spread * spread;
            for (double[] mode : modes) variance += Math.pow(mode[axis] - mean[axis], 2) / modes.size();
            std[axis] = Math.sqrt(variance);
        }
        return std;
    }

    @Override
    public String describe() {
        if (modes.size() == 1 && dimensions() == 1)
            return String.format(Locale.ROOT, "%s, mean %s, std %s", name, modes.get(0)[0], spread);
        return String.format(
                Locale.ROOT, "%s of %s in %d-D, std %s", name, Numbers.of(modes.size(), "mode"), dimensions(), spread);
    }

    private double squaredDistance(double[] point, double[] mode) {
        if (point.length != mode.length)
            throw new IllegalArgumentException(
                    "a point of this " + name + " has " + mode.length + " numbers, not " + point.length);
        double sum = 0;
        for (int axis = 0; axis < mode.length; axis++) sum += (point[axis] - mode[axis]) * (point[axis] - mode[axis]);
        return sum;
    }
}
