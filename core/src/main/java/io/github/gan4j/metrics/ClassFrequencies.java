package io.github.gan4j.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How often each class comes among samples, by a classifier's answers, beside how often it should.
 *
 * @param counts samples per class
 * @param expected each class's share of the reals; they add up to 1
 */
public record ClassFrequencies(int[] counts, double[] expected) {
    /** @throws IllegalArgumentException when the sizes differ, there is no sample, or the shares do not add up to 1 */
    public ClassFrequencies {
        if (counts.length != expected.length)
            throw new IllegalArgumentException(
                    counts.length + " classes need as many expected shares, not " + expected.length);
        if (IntStream.of(counts).sum() < 1) throw new IllegalArgumentException("class shares need at least 1 sample");
        double sum = 0;
        for (double share : expected) sum += share;
        if (Math.abs(sum - 1) > 1e-6)
            throw new IllegalArgumentException("the expected shares of classes must add up to 1, not " + sum);
    }

    /** Samples' classes beside those of reals. */
    public static ClassFrequencies of(int[] found, int[] reals, int classes) {
        int[] real = histogram(reals, classes);
        if (reals.length == 0) throw new IllegalArgumentException("class shares need at least 1 real sample");
        return new ClassFrequencies(
                histogram(found, classes),
                IntStream.of(real)
                        .mapToDouble(count -> (double) count / reals.length)
                        .toArray());
    }

    /** @throws IllegalArgumentException when a class is not within 0 and {@code classes - 1} */
    static int[] histogram(int[] found, int classes) {
        int[] counts = new int[classes];
        for (int one : found) {
            if (one < 0 || one >= classes)
                throw new IllegalArgumentException("classes must be within 0 and " + (classes - 1) + ", got " + one);
            counts[one]++;
        }
        return counts;
    }

    public double share(int label) {
        return (double) counts[label] / IntStream.of(counts).sum();
    }

    /** Half the sum of the differences of the shares: which part of the samples is in the wrong class, from 0 to 1. */
    public double totalVariation() {
        double sum = 0;
        for (int label = 0; label < counts.length; label++) sum += Math.abs(share(label) - expected[label]);
        return sum / 2;
    }

    static Score score(EvaluatedSamples sides) {
        return of(
                        sides.fakes().classesSeen(),
                        sides.reals().classesSeen(),
                        sides.classes().size())
                .score(sides.classes());
    }

    /** {@code class-shares}: the total variation, with each class in the notes; names may be empty. */
    public Score score(List<String> names) {
        int samples = IntStream.of(counts).sum();
        Score score = Score.of("class-shares", totalVariation(), Better.LOWER, 0, samples);
        for (int label = 0; label < counts.length && counts.length <= 100; label++)
            score = score.withNote(String.format(
                    Locale.ROOT,
                    "%s: %.2f %% (expected %.2f %%)",
                    label < names.size() ? names.get(label) : "class " + label,
                    100 * share(label),
                    100 * expected[label]));
        return score.with(
                ConfidenceInterval.around(totalVariation(), error(samples), Math.max(4, samples - 1), "delta method")
                        .within(0, 1));
    }

    /** The standard error of the sum of shares that are too high, which is the total variation. */
    private double error(int samples) {
        double above = 0;
        for (int label = 0; label < counts.length; label++) if (share(label) > expected[label]) above += share(label);
        return Math.sqrt(above * (1 - above) / samples);
    }
}
