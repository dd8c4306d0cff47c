package io.github.gan4j.explore;

import io.github.gan4j.numbers.Statistics;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * How much neighbouring frames of a walk differ.
 *
 * @param steps from each frame to the next (of a closed walk also from the last to the first): the mean absolute
 *     difference of their numbers, where 1 is the difference between black and white
 */
public record Smoothness(double[] steps) {
    /** Frames that are looked at together. */
    private static final int PART = 64;

    /**
     * Of a walk seen at these shares of its way.
     *
     * @param make samples in [-1, 1] from latents, such as {@code generator::samples}
     */
    public static Smoothness of(Walk walk, double[] shares, UnaryOperator<float[]> make) {
        double[] steps = new double[walk.closed() ? shares.length : shares.length - 1];
        float[] first = make.apply(walk.at(shares[0]));
        float[] before = first;
        for (int start = 1; start < shares.length; start += PART) {
            int count = Math.min(PART, shares.length - start);
            float[] made = make.apply(walk.at(Arrays.copyOfRange(shares, start, start + count)));
            for (int i = 0; i < count; i++) {
                float[] frame = Arrays.copyOfRange(made, i * first.length, (i + 1) * first.length);
                steps[start - 1 + i] = difference(before, frame);
                before = frame;
            }
        }
        if (walk.closed()) steps[steps.length - 1] = difference(before, first);
        return new Smoothness(steps);
    }

    private static double difference(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += Math.abs(one[i] - other[i]);
        return sum / one.length / 2;
    }

    public double largest() {
        return Arrays.stream(steps).max().orElseThrow();
    }

    public double median() {
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        return Statistics.median(sorted);
    }

    /** The largest step over the median step: 1 is perfectly even; 1, too, where nothing changes at all. */
    public double ratio() {
        return largest() > 0 ? largest() / median() : 1;
    }
}
