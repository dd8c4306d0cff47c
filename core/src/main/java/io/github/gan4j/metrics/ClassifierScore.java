package io.github.gan4j.metrics;

import io.github.gan4j.numbers.Statistics;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The exponential of the mean information that a classifier's answer about one sample adds to its answers about all,
 * exp(E KL(p(y|x) ‖ p(y))) (Salimans et al. 2016, arXiv 1606.03498, section 4; with Inception's answers it is the
 * Inception score). From 1, all answers alike, to the number of classes, all answers sure and all classes equally
 * frequent; higher is better.
 *
 * <p>It never looks at reals: one perfect picture a class has the best score there is, and noise that fools the
 * classifier scores well, too. The value is the mean over splits, as published; fewer samples in a split give lower
 * scores, so compare equal counts. Rows are shuffled before they are split, or samples sorted by class would score 1.
 */
public final class ClassifierScore {
    public static final int SPLITS = 10;
    private static final double TOLERANCE = 1e-3;

    private ClassifierScore() {}

    /** @param probabilities one row per sample, one column per class */
    public static Score of(Features probabilities) {
        return of(probabilities, SPLITS, 1);
    }

    /** @throws IllegalArgumentException when rows are not probabilities or there are fewer samples than splits */
    public static Score of(Features probabilities, int splits, long seed) {
        int count = probabilities.count();
        if (splits < 1 || splits > count)
            throw new IllegalArgumentException(
                    "the splits of a classifier score must be between 1 and its " + count + " samples, got " + splits);
        check(probabilities);
        int[] order = RandomOrder.shuffled(count, seed);
        double[] values = IntStream.range(0, splits)
                .mapToDouble(split -> ofRows(probabilities, RandomOrder.block(order, split, splits)))
                .toArray();
        Score score = Score.of("classifier-score", Statistics.mean(values), Better.HIGHER, 0, count)
                .withNote(splits + (splits == 1 ? " split of " : " splits of ") + count / splits + " samples");
        return splits < 5
                ? score.withNote("no interval: needs 5 splits")
                : score.with(
                        ConfidenceInterval.ofMean(values, splits + " splits").within(1, probabilities.width()));
    }

    private static double ofRows(Features probabilities, int[] rows) {
        double[] mean = new double[probabilities.width()];
        for (int row : rows)
            for (int c = 0; c < mean.length; c++) mean[c] += probabilities.at(row, c) / (double) rows.length;
        double sum = 0;
        for (int row : rows)
            for (int c = 0; c < mean.length; c++) {
                double p = probabilities.at(row, c);
                if (p > 0) sum += p * Math.log(p / mean[c]);
            }
        return Math.exp(sum / rows.length);
    }

    private static void check(Features probabilities) {
        for (int row = 0; row < probabilities.count(); row++) {
            float[] numbers = probabilities.row(row);
            double sum = 0;
            for (float number : numbers) sum += number;
            if (Math.abs(sum - 1) > TOLERANCE || Arrays.compare(numbers, new float[numbers.length]) < 0)
                throw new IllegalArgumentException(
                        "row " + row + " must hold probabilities that add up to 1, got a sum of " + sum);
        }
    }
}
