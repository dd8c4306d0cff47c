package io.github.gan4j.metrics;

import java.util.List;
import java.util.Locale;

/**
 * The share of conditional samples in which a classifier predicts the requested class; from 0 to 1, higher is
 * better. It cannot be above what the classifier makes of reals, and does not see whether the samples of a class differ:
 * one good picture a class has 1.
 *
 * @param asked samples per asked class
 * @param right those of them in which the classifier agrees
 */
public record LabelAccuracy(int[] asked, int[] right) {
    /** @throws IllegalArgumentException when the counts differ, there is no sample, or a class is out of range */
    public static LabelAccuracy of(int[] asked, int[] seen, int classes) {
        if (asked.length != seen.length || asked.length == 0)
            throw new IllegalArgumentException(
                    "label accuracy needs as many asked classes as seen ones, at least 1, got " + asked.length + " and "
                            + seen.length);
        int[] total = ClassFrequencies.histogram(asked, classes);
        ClassFrequencies.histogram(seen, classes);
        int[] right = new int[classes];
        for (int i = 0; i < asked.length; i++) if (asked[i] == seen[i]) right[asked[i]]++;
        return new LabelAccuracy(total, right);
    }

    static Score score(EvaluatedSamples sides) {
        int[] asked = sides.fakes().labelsAmong(sides.classes()).orElseThrow();
        return of(asked, sides.fakes().classesSeen(), sides.classes().size()).score(sides.classes());
    }

    public double accuracy() {
        return (double) sum(right) / sum(asked);
    }

    /** {@code label-accuracy}, with the worst class in the notes; names may be empty. */
    public Score score(List<String> names) {
        int worst = -1;
        for (int label = 0; label < asked.length; label++)
            if (asked[label] > 0 && (worst < 0 || accuracy(label) < accuracy(worst))) worst = label;
        return Score.of("label-accuracy", accuracy(), Better.HIGHER, 0, sum(asked))
                .with(ConfidenceInterval.ofShare(sum(right), sum(asked), "Wilson"))
                .withNote(String.format(
                        Locale.ROOT,
                        "worst class: %s with %.4f of %d",
                        worst < names.size() ? names.get(worst) : "class " + worst,
                        accuracy(worst),
                        asked[worst]));
    }

    private double accuracy(int label) {
        return (double) right[label] / asked[label];
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) sum += count;
        return sum;
    }
}
