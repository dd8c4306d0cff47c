package io.github.gan4j.data;

import io.github.gan4j.numbers.Numbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a set of images, drawn at random without replacement. Which images these are, and their order, follow from the
 * seed and the pixels and classes in the set alone: neither names nor the order in which the images were read have a say.
 *
 * @param images the part, in random order
 * @param of how many images
 */
public record RandomPart(ImageSet images, int of, long seed) {
    private static final long ORDER = 0x6f72646572L;

    /** At most {@code most} images of a set. */
    public static RandomPart of(ImageSet all, int most, long seed) {
        int[] order = order(all, seed);
        int[] first = most < order.length ? Arrays.copyOf(order, most) : order;
        return new RandomPart(all.picked(first), all.size(), seed);
    }

    /** All images of a set in random order. */
    public static ImageSet mixed(ImageSet all, long seed) {
        return all.picked(order(all, seed));
    }

    /** All places of a set in random order. */
    static int[] order(ImageSet all, long seed) {
        List<byte[]> planes = all.planes().toList();
        Comparator<Integer> byPixels = (one, other) -> Arrays.compare(planes.get(one), planes.get(other));
        return order(
                all.size(),
                all.labelled()
                        ? byPixels.thenComparing(image -> all.labelNames().get(all.label(image)))
                        : byPixels,
                seed);
    }

    /** A number of places in random order, where {@code byContent} gives their order whatever it was before. */
    static int[] order(int size, Comparator<Integer> byContent, long seed) {
        Integer[] sorted = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(sorted, byContent);
        return Arrays.stream(Epochs.order(size, seed ^ ORDER, size))
                .map(place -> sorted[place])
                .toArray();
    }

    public boolean isWhole() {
        return images.size() == of;
    }

    /** One line for people: {@code 125 of 300 images, drawn with seed 0}, or {@code all 300 images}. */
    public String describe() {
        return isWhole()
                ? "all " + Numbers.of(of, "image")
                : Numbers.grouped(images.size()) + " of " + Numbers.of(of, "image") + ", drawn with seed " + seed;
    }
}
