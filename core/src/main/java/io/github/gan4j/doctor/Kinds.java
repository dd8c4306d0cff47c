package io.github.gan4j.doctor;

import java.util.Arrays;

/**
 * The kinds that real samples fall into: the cells of k-means (Lloyd 1982), so that one can count how often fakes are of
 * each kind. After the bins of Richardson and Weiss 2018 (arXiv 1805.12462, section 2).
 *
 * @param centres of the cells
 */
public record Kinds(Sketches centres) {
    private static final int ROUNDS = 10;

    /**
     * @param reals at least as many as kinds
     * @param count of kinds
     */
    public static Kinds of(Sketches reals, int count) {
        Sketches centres = apart(reals, Math.min(count, reals.count()));
        for (int round = 0; round < ROUNDS; round++) centres = moved(reals, centres);
        return new Kinds(centres);
    }

    /** Always the one next that is farthest from those taken; no random numbers, so the same reals give the same kinds. */
    private static Sketches apart(Sketches reals, int count) {
        float[] values = new float[count * reals.size()];
        double[] distance = new double[reals.count()];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int next = 0;
        for (int c = 0; c < count; c++) {
            System.arraycopy(reals.values(), next * reals.size(), values, c * reals.size(), reals.size());
            int farthest = 0;
            for (int i = 0; i < reals.count(); i++) {
                distance[i] = Math.min(distance[i], reals.squaredDistance(i, reals, next));
                if (distance[i] > distance[farthest]) farthest = i;
            }
            next = farthest;
        }
        return new Sketches(count, reals.size(), values);
    }

    private static Sketches moved(Sketches reals, Sketches centres) {
        int size = reals.size();
        float[] values = centres.values().clone();
        double[] sums = new double[values.length];
        int[] members = new int[centres.count()];
        for (int i = 0; i < reals.count(); i++) {
            int kind = kind(reals, i, centres);
            members[kind]++;
            for (int k = 0; k < size; k++) sums[kind * size + k] += reals.values()[i * size + k];
        }
        for (int c = 0; c < members.length; c++)
            for (int k = 0; k < size && members[c] > 0; k++)
                values[c * size + k] = (float) (sums[c * size + k] / members[c]);
        return new Sketches(centres.count(), size, values);
    }

    private static int kind(Sketches samples, int sample, Sketches centres) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.count(); c++) {
            double distance = samples.squaredDistance(sample, centres, c);
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    /** Which part of the samples is of each kind; together 1. */
    public double[] shares(Sketches samples) {
        double[] shares = new double[centres.count()];
        for (int i = 0; i < samples.count(); i++) shares[kind(samples, i, centres)] += 1.0 / samples.count();
        return shares;
    }

    /** How many kinds of equal shares would be as mixed as these: the exponential of the entropy. */
    public static double number(double[] shares) {
        double entropy = 0;
        for (double share : shares) if (share > 0) entropy -= share * Math.log(share);
        return Math.exp(entropy);
    }

    /** Half the sum of the differences: 0 where both are the same, 1 where they have no kind in common. */
    public static double difference(double[] some, double[] others) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) sum += Math.abs(some[i] - others[i]);
        return sum / 2;
    }
}
