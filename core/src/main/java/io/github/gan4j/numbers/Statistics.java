package io.github.gan4j.numbers;

import java.util.stream.DoubleStream;

/** Sample statistics. */
public final class Statistics {
    private Statistics() {}

    /** The mean of at least one number, with compensated summation. */
    public static double mean(double... values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    /** The sum of squared differences from the mean. */
    public static double squaredDeviations(double... values) {
        double mean = mean(values);
        return DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum();
    }

    /** The unbiased variance of at least two numbers, divided by their count less one. */
    public static double variance(double... values) {
        return squaredDeviations(values) / (values.length - 1);
    }

    /** The standard deviation of numbers that are all there are, divided by their count. */
    public static double deviation(double... values) {
        return Math.sqrt(squaredDeviations(values) / values.length);
    }

    /** The median of numbers in ascending order. */
    public static double median(double... ascending) {
        return (ascending[(ascending.length - 1) / 2] + ascending[ascending.length / 2]) / 2;
    }

    /** Pearson's correlation, from -1 to 1; 0 where one of the two does not vary. */
    public static double correlation(double[] first, double[] second) {
        double meanFirst = mean(first), meanSecond = mean(second), both = 0;
        for (int i = 0; i < first.length; i++) both += (first[i] - meanFirst) * (second[i] - meanSecond);
        double squares = squaredDeviations(first) * squaredDeviations(second);
        return squares > 0 ? both / Math.sqrt(squares) : 0;
    }

    /** The inner product. */
    public static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) sum += first[i] * second[i];
        return sum;
    }
}
