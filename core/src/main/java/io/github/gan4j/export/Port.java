package io.github.gan4j.export;

import io.github.gan4j.game.Latents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * An input or the output of an exported network.
 *
 * @param name in the file
 * @param meaning in one phrase, for people
 * @param shape batch first; {@link #FREE} for a side that callers choose
 * @param multiple what free heights and widths must be multiples of
 * @param low the least that a number usually is
 * @param high the most
 * @param classes names by their numbers where it is class numbers, or a number for each class; else empty
 * @param values a fixed batch to try the network with: of any size, the same at every call
 */
public record Port(
        String name,
        String meaning,
        List<Long> shape,
        int multiple,
        double low,
        double high,
        List<String> classes,
        Values values) {
    /** A side of any length. */
    public static final long FREE = -1;

    /** Numbers of a batch, one sample after the other. */
    @FunctionalInterface
    public interface Values {
        float[] of(int batch, int each);
    }

    public Port {
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
    }

    /** Latents of a distribution: {@code [batch, size]}. */
    public static Port latents(Latents latents) {
        String range = latents.bounded()
                ? "uniform on [%s, %s]".formatted(latents.low(), latents.high())
                : "normal, mean %s, standard deviation %s".formatted(latents.mean(), latents.deviation());
        return new Port(
                "latent",
                "what a sample starts from; " + range,
                List.of(FREE, (long) latents.size()),
                1,
                latents.low(),
                latents.high(),
                List.of(),
                (batch, each) -> latents.of(0, batch));
    }

    /** Numbers {@code [batch, size]} from N(0, 1), for a network of one's own. */
    public static Port numbers(String name, int size) {
        return new Port(
                name,
                "numbers from N(0, 1)",
                List.of(FREE, (long) size),
                1,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(),
                (batch, each) -> drawn(batch * each, true));
    }

    /**
     * Images {@code [batch, channels, height, width]} in [-1, 1].
     *
     * @param height pixels, or {@link #FREE}
     * @param width pixels, or {@link #FREE}
     * @param multiple what free sides must be multiples of
     */
    public static Port images(String name, String meaning, int channels, long height, long width, int multiple) {
        return new Port(
                name,
                meaning,
                List.of(FREE, (long) channels, height, width),
                multiple,
                -1,
                1,
                List.of(),
                (batch, each) -> drawn(batch * each, false));
    }

    /** Class numbers {@code [batch]}. */
    public static Port classes(List<String> names) {
        return new Port(
                "label",
                "the number of a class, 0 to " + (names.size() - 1),
                List.of(FREE),
                1,
                0,
                names.size() - 1.0,
                names,
                (batch, each) -> {
                    float[] numbers = new float[batch];
                    for (int i = 0; i < batch; i++) numbers[i] = i % names.size();
                    return numbers;
                });
    }

    /** What comes out; its shape follows from the network. */
    public static Port output(String name, String meaning, double low, double high) {
        return new Port(name, meaning, List.of(), 1, low, high, List.of(), (batch, each) -> new float[0]);
    }

    /** A probability for each class, as an output. */
    public static Port probabilities(List<String> names) {
        return new Port(
                "probabilities",
                "of each class, by its number",
                List.of(),
                1,
                0,
                1,
                names,
                (batch, each) -> new float[0]);
    }

    private static float[] drawn(int count, boolean normal) {
        Random random = new Random(7);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = (float) (normal ? random.nextGaussian() : 2 * random.nextDouble() - 1);
        return numbers;
    }

    /** Whether it is images of any size. */
    public boolean anySize() {
        return shape.size() == 4 && shape.get(2) == FREE;
    }

    /** The same, of images of one size only. */
    Port sized(long height, long width) {
        return new Port(
                name, meaning, List.of(FREE, shape.get(1), height, width), multiple, low, high, classes, values);
    }

    /** The shape of a batch; free sides become those given. */
    long[] shape(int batch, long height, long width) {
        List<Long> sides = new ArrayList<>(shape);
        sides.set(0, (long) batch);
        if (anySize()) {
            sides.set(2, height);
            sides.set(3, width);
        }
        return sides.stream().mapToLong(side -> side).toArray();
    }

    /** The fixed numbers of a batch of this shape. */
    float[] numbers(long[] shape) {
        int batch = Math.toIntExact(shape[0]);
        return values.of(batch, Math.toIntExact(LongStream.of(shape).skip(1).reduce(1, Math::multiplyExact)));
    }
}
