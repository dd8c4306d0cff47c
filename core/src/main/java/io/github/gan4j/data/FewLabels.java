package io.github.gan4j.data;

import java.util.Arrays;

/** A few samples whose class is known, as many of each class: the first ones in the endless order. */
public final class FewLabels {
    /** The search for a class stops after this many samples per wanted label. */
    private static final int LOOKED_AT_FOR_EACH = 1000;

    private FewLabels() {}

    /**
     * Those of {@code samples}, the classes in turn.
     *
     * @throws IllegalArgumentException when the samples have no labels, {@code count} is no multiple of their classes, or
     *     some class is too rare
     */
    public static Batch of(Samples samples, int count) {
        int classes = samples.labelNames().size();
        if (classes == 0)
            throw new IllegalArgumentException(
                    "a few labels are wanted, but the data is unlabelled (" + samples.describe() + ")");
        if (count < classes || count % classes != 0)
            throw new IllegalArgumentException("labelled samples must be a multiple of the " + classes
                    + " classes, as many of each, got " + count);
        int size = samples.shape().size(), each = count / classes;
        float[] values = new float[Math.multiplyExact(count, size)];
        int[] labels = new int[count], found = new int[classes];
        int missing = count;
        for (long at = 0; missing > 0; at++) {
            Batch one = samples.batch(at, 1);
            int label = one.labels()[0];
            if (at > (long) count * LOOKED_AT_FOR_EACH) throw tooRare(samples, found, each);
            if (found[label] == each) continue;
            int place = found[label]++ * classes + label;
            System.arraycopy(one.values(), 0, values, place * size, size);
            labels[place] = label;
            missing--;
        }
        return new Batch(count, samples.shape(), values, labels);
    }

    private static IllegalArgumentException tooRare(Samples samples, int[] found, int each) {
        int rarest = Arrays.stream(found).min().orElse(0);
        String name = "";
        for (int c = 0; c < found.length; c++)
            if (found[c] == rarest) name = samples.labelNames().get(c);
        return new IllegalArgumentException("class '" + name + "' is too rare for " + each
                + " labelled samples of it; ask for fewer, got " + rarest);
    }
}
