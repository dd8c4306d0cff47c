package io.github.gan4j.explore;

/** Pearson's correlation of two lists of numbers. */
final class Correlation {
    private Correlation() {}

    /** From -1 to 1; 0 where one of the two does not vary. */
    static double of(double[] first, double[] second) {
        double meanFirst = mean(first);
        double meanSecond = mean(second);
        double together = 0, one = 0, other = 0;
        for (int i = 0; i < first.length; i++) {
            double a = first[i] - meanFirst, b = second[i] - meanSecond;
            together += a * b;
            one += a * a;
            other += b * b;
        }
        return one > 0 && other > 0 ? together / Math.sqrt(one * other) : 0;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.length;
    }
}
