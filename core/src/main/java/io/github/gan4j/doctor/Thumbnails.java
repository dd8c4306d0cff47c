package io.github.gan4j.doctor;

import io.github.gan4j.data.SampleShape;
import java.util.Arrays;

/**
 * Samples shrunk so that pairwise distances are cheap: images by block means to at most 16 pixels a side; points as they
 * are.
 *
 * @param count of samples
 * @param size numbers of each
 * @param values {@code [count, size]} flattened
 */
public record Thumbnails(int count, int size, float[] values) {
    /** Of pixels between -1 and 1: a standard deviation that is just visible, the yardstick where reals do not differ. */
    static final double VISIBLE = 0.05;

    private static final int MOST_SIDE = 16;
    /** How many numbers are added up between two looks at a limit. */
    private static final int PIECE = 16;

    /** @param samples of this shape, concatenated */
    public static Thumbnails of(SampleShape shape, float[] samples) {
        int count = samples.length / shape.size();
        int block = Math.max((shape.height() + MOST_SIDE - 1) / MOST_SIDE, (shape.width() + MOST_SIDE - 1) / MOST_SIDE);
        if (block <= 1) return new Thumbnails(count, shape.size(), samples);
        int height = (shape.height() + block - 1) / block, width = (shape.width() + block - 1) / block;
        int planes = count * shape.channels();
        float[] small = new float[planes * height * width];
        int[] parts = new int[height * width];
        for (int y = 0; y < shape.height(); y++)
            for (int x = 0; x < shape.width(); x++) parts[y / block * width + x / block]++;
        int plane = shape.height() * shape.width();
        for (int p = 0; p < planes; p++)
            for (int y = 0; y < shape.height(); y++)
                for (int x = 0; x < shape.width(); x++) {
                    int cell = y / block * width + x / block;
                    small[p * parts.length + cell] += samples[p * plane + y * shape.width() + x] / parts[cell];
                }
        return new Thumbnails(count, shape.channels() * height * width, small);
    }

    /** The first {@code most} of them. */
    public Thumbnails first(int most) {
        return most >= count ? this : new Thumbnails(most, size, Arrays.copyOf(values, most * size));
    }

    /** The last {@code most} of them. */
    public Thumbnails last(int most) {
        return most >= count
                ? this
                : new Thumbnails(most, size, Arrays.copyOfRange(values, (count - most) * size, count * size));
    }

    double squaredDistance(int own, Thumbnails others, int other) {
        return squaredDistance(own, others, other, Double.POSITIVE_INFINITY);
    }

    /** The squared distance if it is at most {@code limit}, otherwise a number above the limit: most of a search ends early. */
    double squaredDistance(int own, Thumbnails others, int other, double limit) {
        float[] mine = values, theirs = others.values;
        double sum = 0;
        int at = own * size, to = at + size, shift = other * size - at;
        while (at < to && sum <= limit) {
            int end = Math.min(to, at + PIECE);
            for (; at < end; at++) {
                double difference = mine[at] - theirs[at + shift];
                sum += difference * difference;
            }
        }
        return sum;
    }

    /** The mean pairwise distance. */
    public double meanDistance() {
        double sum = 0;
        for (int i = 0; i < count; i++) for (int j = 0; j < i; j++) sum += Math.sqrt(squaredDistance(i, this, j));
        return 2 * sum / ((double) count * (count - 1));
    }

    /** The distance of two images whose difference is just visible. */
    public double visible() {
        return VISIBLE * Math.sqrt(size);
    }

    /** The median distance from one of them to its nearest neighbour among the others. */
    public double nearest(Thumbnails others) {
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < others.count; j++)
                if (this != others || i != j) nearest = Math.min(nearest, squaredDistance(i, others, j, nearest));
            distances[i] = Math.sqrt(nearest);
        }
        Arrays.sort(distances);
        return distances[count / 2];
    }
}
