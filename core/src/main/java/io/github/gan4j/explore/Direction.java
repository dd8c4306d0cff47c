package io.github.gan4j.explore;

import io.github.gan4j.numbers.Statistics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A way through latents along which one property of the samples grows.
 *
 * @param way one number for each of a latent, of length 1
 * @param correlation between the property and how far a latent lies along this way, on latents that the way was not
 *     found from; from -1 to 1
 */
public record Direction(float[] way, double correlation) {
    /** One in this many latents is held out to see whether the direction holds. */
    private static final int ASIDE = 5;

    private static final int FEWEST = 50;

    /** How a direction is found from latents and what was measured on their samples. */
    @FunctionalInterface
    public interface Fit {
        double[] way(double[][] latents, double[] measured);
    }

    /**
     * Ridge regression of the measure on the latents (Hoerl and Kennard 1970) with a weak pull, as much as one hundredth of
     * the samples: the direction in which the measure grows fastest.
     */
    public static Fit ridge() {
        return (latents, measured) -> new Ridge(0.01 * latents.length).solve(latents, measured);
    }

    /** From the mean latent of the lowest tenth to that of the highest: coarser, and untroubled by outliers. */
    public static Fit deciles() {
        return (latents, measured) -> {
            Integer[] order = IntStream.range(0, measured.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(i -> measured[i]));
            int tenth = Math.max(1, order.length / 10);
            double[] way = new double[latents[0].length];
            for (int i = 0; i < tenth; i++)
                for (int j = 0; j < way.length; j++)
                    way[j] += latents[order[order.length - 1 - i]][j] - latents[order[i]][j];
            return way;
        };
    }

    /**
     * @param latents one after the other, {@code [count, size]} flattened
     * @param measured one number for the sample of each
     * @throws IllegalArgumentException when there are fewer than 50, or the measure is the same for all
     */
    public static Direction of(float[] latents, double[] measured, Fit fit) {
        if (measured.length < FEWEST)
            throw new IllegalArgumentException(
                    "a direction is found from " + FEWEST + " samples or more, got " + measured.length);
        if (Arrays.stream(measured).distinct().count() == 1)
            throw new IllegalArgumentException(
                    "no direction can be found: the measure is " + measured[0] + " for all samples");
        int aside = measured.length / ASIDE;
        int fitted = measured.length - aside;
        double[][] rows = rows(latents, measured.length);
        double[] way = normalised(fit.way(Arrays.copyOf(rows, fitted), Arrays.copyOf(measured, fitted)));
        double[] along = new double[aside];
        for (int i = 0; i < aside; i++) for (int j = 0; j < way.length; j++) along[i] += way[j] * rows[fitted + i][j];
        float[] numbers = new float[way.length];
        for (int j = 0; j < way.length; j++) numbers[j] = (float) way[j];
        return new Direction(
                numbers, Statistics.correlation(along, Arrays.copyOfRange(measured, fitted, measured.length)));
    }

    private static double[][] rows(float[] latents, int count) {
        int size = latents.length / count;
        double[][] rows = new double[count][size];
        for (int i = 0; i < count; i++) for (int j = 0; j < size; j++) rows[i][j] = latents[i * size + j];
        return rows;
    }

    /** What is left of this direction when another property is to stay as it is: its part at right angles to the other. */
    public Direction holding(Direction other) {
        double along = 0;
        for (int j = 0; j < way.length; j++) along += way[j] * other.way[j];
        double[] rest = new double[way.length];
        for (int j = 0; j < way.length; j++) rest[j] = way[j] - along * other.way[j];
        double[] unit = normalised(rest);
        float[] numbers = new float[way.length];
        for (int j = 0; j < way.length; j++) numbers[j] = (float) unit[j];
        return new Direction(numbers, correlation);
    }

    private static double[] normalised(double[] way) {
        double length = Math.sqrt(Statistics.dot(way, way));
        if (!(length > 0)) throw new IllegalArgumentException("no direction can be found: nothing is left of it");
        return Arrays.stream(way).map(v -> v / length).toArray();
    }

    /** A latent moved so far along this direction. */
    public float[] moved(float[] latent, double distance) {
        float[] moved = new float[latent.length];
        for (int j = 0; j < moved.length; j++) moved[j] = (float) (latent[j] + distance * way[j]);
        return moved;
    }
}
