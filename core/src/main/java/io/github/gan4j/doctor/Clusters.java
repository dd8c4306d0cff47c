package io.github.gan4j.doctor;

import java.util.Arrays;

/**
 * The cells of k-means (Lloyd 1982) on real samples, to compare the cell shares of fakes with those of reals; the
 * number of statistically different bins of Richardson and Weiss 2018 (arXiv:1805.12462, section 2) is after this idea.
 *
 * @param centres of the cells
 */
public record Clusters(Thumbnails centres) {
    private static final int ROUNDS = 10;

    /**
     * @param reals at least as many as clusters
     * @param count of clusters
     */
    public static Clusters of(Thumbnails reals, int count) {
        Thumbnails centres = apart(reals, Math.min(count, reals.count()));
        for (int round = 0; round < ROUNDS; round++) centres = moved(reals, centres);
        return new Clusters(centres);
    }

    /** Farthest-point initialisation: without random numbers, so that the same reals give the same clusters. */
    private static Thumbnails apart(Thumbnails reals, int count) {
        float[] values = new float[count * reals.size()];
        double[] distance = new double[reals.count()];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int next = 0;
        for (int c = 0; c < count; c++) {
            System.arraycopy(reals.values(), next * reals.size(), values, c * reals.size(), reals.size());
            int farthest = 0;
            for (int i = 0; i < reals.count(); i++) {
                distance[i] = Math.min(distance[i], reals.squaredDistance(i, reals, next, distance[i]));
                if (distance[i] > distance[farthest]) farthest = i;
            }
            next = farthest;
        }
        return new Thumbnails(count, reals.size(), values);
    }

    private static Thumbnails moved(Thumbnails reals, Thumbnails centres) {
        int size = reals.size();
        float[] values = centres.values().clone();
        double[] sums = new double[values.length];
        int[] members = new int[centres.count()];
        for (int i = 0; i < reals.count(); i++) {
            int cluster = nearest(reals, i, centres);
            members[cluster]++;
            for (int k = 0; k < size; k++) sums[cluster * size + k] += reals.values()[i * size + k];
        }
        for (int c = 0; c < members.length; c++)
            for (int k = 0; k < size && members[c] > 0; k++)
                values[c * size + k] = (float) (sums[c * size + k] / members[c]);
        return new Thumbnails(centres.count(), size, values);
    }

    private static int nearest(Thumbnails samples, int sample, Thumbnails centres) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.count(); c++) {
            double distance = samples.squaredDistance(sample, centres, c, least);
            if (distance < least) {
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    /** The share of the samples in each cluster; they sum to 1. */
    public double[] shares(Thumbnails samples) {
        double[] shares = new double[centres.count()];
        for (int i = 0; i < samples.count(); i++) shares[nearest(samples, i, centres)] += 1.0 / samples.count();
        return shares;
    }

    /** The effective number of clusters: the exponential of the entropy of the shares. */
    public static double number(double[] shares) {
        double entropy = 0;
        for (double share : shares) if (share > 0) entropy -= share * Math.log(share);
        return Math.exp(entropy);
    }

    /** The total variation distance: 0 where both are the same, 1 where they have no cluster in common. */
    public static double difference(double[] some, double[] others) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) sum += Math.abs(some[i] - others[i]);
        return sum / 2;
    }
}
