package io.github.gan4j.metrics;

import io.github.gan4j.data.Mixture;
import io.github.gan4j.tensor.LinearAlgebra;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * The mean over directions of the Wasserstein-1 distance of two sets' projections (Rabin et al. 2011; Bonneel et al.
 * 2015, of order 1). From 0, without an upper end, in the features' own unit; lower is better. A shift by a vector of
 * length s gives s·E|cos|, which falls with the width: 2s/π in a plane, about 0.8s/√width in wide features.
 *
 * <p>On a line it is the Wasserstein-1 distance itself. In a plane the directions are spread evenly over the half circle;
 * in wider features they are random ones that a fixed seed decides, so figures of equal width compare. Biased upwards at
 * small counts: two halves of the same data are not at 0.
 */
public final class SlicedWasserstein {
    public static final int DIRECTIONS = 256;
    private static final long SEED = 2011;
    private static final int AT_ONCE = 16;

    private SlicedWasserstein() {}

    /** Along 256 directions, with an interval where there are at least 40 samples of each kind. */
    public static Score of(Features reals, Features fakes) {
        return of(reals, fakes, DIRECTIONS);
    }

    /** @throws IllegalArgumentException when there is no direction or the widths differ */
    public static Score of(Features reals, Features fakes, int directions) {
        reals.requireSameWidth(fakes);
        if (directions < 1)
            throw new IllegalArgumentException(
                    "the sliced Wasserstein distance needs at least 1 direction, not " + directions);
        boolean affordable = Jackknife.affordable(Math.min(reals.count(), fakes.count()));
        double[] without = new double[affordable ? Jackknife.BLOCKS : 0];
        double value = distances(reals, fakes, directions(reals.width(), directions), without);
        Score score = Score.of("sliced-wasserstein", value, Better.LOWER, reals.count(), fakes.count());
        if (!affordable) return score.withNote("no interval: needs " + 2 * Jackknife.BLOCKS + " samples of each kind");
        return score.with(
                Jackknife.around(value, without.length, block -> without[block]).within(0, Double.POSITIVE_INFINITY));
    }

    /** The mean distance over directions; adds those without each block to {@code without}. */
    private static double distances(Features reals, Features fakes, double[][] directions, double[] without) {
        double[] mean = MomentSums.mean(reals);
        int[] realBlocks = RandomOrder.blockOfRow(reals.count(), Jackknife.BLOCKS, 1);
        int[] fakeBlocks = RandomOrder.blockOfRow(fakes.count(), Jackknife.BLOCKS, 2);
        double sum = 0;
        for (int from = 0; from < directions.length; from += AT_ONCE) {
            int to = Math.min(directions.length, from + AT_ONCE);
            double[] real = projected(reals, mean, directions, from, to);
            double[] fake = projected(fakes, mean, directions, from, to);
            for (int i = 0; i < to - from; i++) {
                Sorted first = Sorted.part(real, i, reals.count(), realBlocks);
                Sorted second = Sorted.part(fake, i, fakes.count(), fakeBlocks);
                sum += Sorted.distance(first.numbers(), second.numbers());
                for (int block = 0; block < without.length; block++)
                    without[block] += Sorted.distance(first.without(block), second.without(block)) / directions.length;
            }
        }
        return sum / directions.length;
    }

    /** Direction after direction the rows' coordinates along it. */
    private static double[] projected(Features features, double[] origin, double[][] directions, int from, int to) {
        int width = features.width();
        double[] flat = new double[(to - from) * width];
        for (int i = from; i < to; i++) System.arraycopy(directions[i], 0, flat, (i - from) * width, width);
        double[] found = new double[(to - from) * features.count()];
        int rows = Math.max(1, DistanceBlocks.NUMBERS_AT_ONCE / width);
        for (int first = 0; first < features.count(); first += rows) {
            int last = Math.min(features.count(), first + rows);
            double[] part;
            try (Scope scope = new Scope()) {
                Tensor block = LinearAlgebra.of(MomentSums.centred(features, first, last, origin), last - first, width);
                part = LinearAlgebra.toDoubles(LinearAlgebra.product(
                        LinearAlgebra.of(flat, to - from, width), LinearAlgebra.transposed(block)));
            }
            for (int i = 0; i < to - from; i++)
                System.arraycopy(part, i * (last - first), found, i * features.count() + first, last - first);
        }
        return found;
    }

    private static double[][] directions(int width, int wanted) {
        if (width == 1) return new double[][] {{1}};
        double[][] directions = new double[wanted][];
        Mixture round = new Mixture("normal", List.of(new double[width]), 1);
        for (int i = 0; i < wanted; i++) {
            double angle = Math.PI * (i + 0.5) / wanted;
            directions[i] = width == 2
                    ? new double[] {StrictMath.cos(angle), StrictMath.sin(angle)}
                    : normalised(round.sample(SEED, i));
        }
        return directions;
    }

    private static double[] normalised(double[] vector) {
        double squares = 0;
        for (double number : vector) squares += number * number;
        for (int axis = 0; axis < vector.length; axis++) vector[axis] /= Math.sqrt(squares);
        return vector;
    }
}
