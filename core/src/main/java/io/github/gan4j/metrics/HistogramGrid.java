package io.github.gan4j.metrics;

import io.github.gan4j.data.Distribution;
import java.util.Arrays;
import java.util.List;

/** Equal cells over the part of a line or plane where a distribution lives, and one more for everything outside. */
record HistogramGrid(double[] low, double[] high, int bins) {
    /** Beyond its outermost modes by 5 deviations, or 3 deviations of the whole around the mean where it has no modes. */
    static HistogramGrid over(Distribution known, int bins) {
        List<double[]> modes = known.modes();
        double[] low = known.mean();
        double[] high = known.mean();
        double[] std = known.std();
        for (int axis = 0; axis < low.length; axis++) {
            for (double[] mode : modes) {
                low[axis] = Math.min(low[axis], mode[axis]);
                high[axis] = Math.max(high[axis], mode[axis]);
            }
            double margin = modes.isEmpty() ? 3 * std[axis] : 5 * known.spread();
            low[axis] -= margin;
            high[axis] += margin;
        }
        return new HistogramGrid(low, high, bins);
    }

    int cells() {
        return (int) Math.pow(bins, low.length) + 1;
    }

    /** The cell of a point; the last one for all outside. */
    int cell(Features points, int row) {
        int cell = 0;
        for (int axis = 0; axis < low.length; axis++) {
            int place = (int) Math.floor((points.at(row, axis) - low[axis]) / size(axis));
            if (place < 0 || place >= bins) return cells() - 1;
            cell = cell * bins + place;
        }
        return cell;
    }

    /** The exact probability of each cell. */
    double[] probabilities(Distribution known) {
        double[] shares = new double[cells()];
        double[] from = new double[low.length];
        double[] to = new double[low.length];
        for (int cell = 0; cell < shares.length - 1; cell++) {
            int rest = cell;
            for (int axis = low.length - 1; axis >= 0; axis--, rest /= bins) {
                from[axis] = low[axis] + rest % bins * size(axis);
                to[axis] = from[axis] + size(axis);
            }
            shares[cell] = known.probability(from, to);
        }
        shares[shares.length - 1] = Math.max(0, 1 - Arrays.stream(shares).sum());
        return shares;
    }

    private double size(int axis) {
        return (high[axis] - low[axis]) / bins;
    }
}
