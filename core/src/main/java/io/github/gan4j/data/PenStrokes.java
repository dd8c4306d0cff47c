package io.github.gan4j.data;

import java.util.List;

/**
 * Digits 0-9 that gan4j writes itself: endless, labelled, white ink on black, no download. Each digit is a skeleton of Bézier
 * strokes whose knots wobble, written by a round pen with random slant, thickness, proportions and place.
 */
public final class PenStrokes implements Samples {
    /** The usual size of an image in pixels. */
    public static final int USUAL_SIZE = 28;

    private static final int SMALLEST = 12;
    private static final int LARGEST = 1024;

    private final long seed;
    private final int size;

    public PenStrokes(long seed) {
        this(seed, USUAL_SIZE);
    }

    /** @param size height and width in pixels, 12 to 1024 */
    public PenStrokes(long seed, int size) {
        if (size < SMALLEST || size > LARGEST)
            throw new IllegalArgumentException(
                    "pen strokes need a size within " + SMALLEST + " and " + LARGEST + " pixels, not " + size);
        this.seed = seed;
        this.size = size;
    }

    /**
     * All that decides a picture. Lengths are in pixels of a 28x28 picture, whatever the size drawn.
     *
     * @param digit 0 to 9, the label
     * @param way which of the usual ways to write this digit
     * @param slant how far the top leans to the right, as a share of the height
     * @param thickness diameter of the pen
     * @param height of the digit without the pen
     * @param proportion width to height, where 1 is the skeleton's own
     * @param rotation in radians, clockwise
     * @param x shift to the right, from the middle
     * @param y shift down, from the middle
     * @param wobble how far knots stray, as a share of the height
     * @param wobbleSeed decides where they stray to
     */
    public record Factors(
            int digit,
            int way,
            float slant,
            float thickness,
            float height,
            float proportion,
            float rotation,
            float x,
            float y,
            float wobble,
            long wobbleSeed) {
        /** @throws IllegalArgumentException when the digit or the way does not exist */
        public Factors {
            if (digit < 0 || digit > 9) throw new IllegalArgumentException("a digit is within 0 and 9, not " + digit);
            if (way < 0 || way >= Skeleton.ways(digit))
                throw new IllegalArgumentException(
                        "digit " + digit + " is written in ways 0 to " + (Skeleton.ways(digit) - 1) + ", not " + way);
        }
    }

    /** What decides the sample at a position. */
    public Factors factors(long position) {
        Draws draws = Draws.at(seed, position);
        int digit = draws.below(10);
        float slant = (float) Math.max(-0.25, Math.min(0.45, 0.12 + 0.16 * draws.normal()));
        return new Factors(
                digit,
                draws.below(Skeleton.ways(digit)),
                slant,
                (float) draws.uniform(1.8, 3.6),
                (float) draws.uniform(16.5, 19.5),
                (float) draws.uniform(0.78, 1.06),
                (float) draws.uniform(-0.1, 0.1),
                (float) draws.uniform(-1.3, 1.3),
                (float) draws.uniform(-1.3, 1.3),
                (float) draws.uniform(0.005, 0.028),
                draws.nextLong());
    }

    /** The picture of given factors, {@code size * size} numbers in [-1, 1]. */
    public float[] draw(Factors factors) {
        float[] values = new float[size * size];
        draw(factors, values, 0);
        return values;
    }

    private void draw(Factors factors, float[] values, int offset) {
        Canvas canvas = new Canvas(size);
        new Handwriting(factors, size).write(canvas);
        canvas.copyInto(values, offset);
    }

    @Override
    public SampleShape shape() {
        return SampleShape.image(1, size, size);
    }

    @Override
    public List<String> labelNames() {
        return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    /** A hash of some drawings: it changes when the way of drawing does. */
    @Override
    public String checksum() {
        ContentChecksum sum = new ContentChecksum().add("pen strokes").add(size);
        for (float value : new PenStrokes(0, size).batch(0, 50).values()) sum.add(Math.round(127 * value));
        return sum.value();
    }

    @Override
    public String describe() {
        return "endless pen strokes, " + shape() + ", 10 classes";
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        for (int i = 0; i < count; i++) {
            Factors factors = factors(position + i);
            draw(factors, values, i * size * size);
            labels[i] = factors.digit();
        }
    }
}
