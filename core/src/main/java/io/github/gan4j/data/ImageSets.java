package io.github.gan4j.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sets of images from other forms of images. */
public final class ImageSets {
    private ImageSets() {}

    /**
     * Samples {@code position … position + count - 1}, each number rounded to one of 256 shades.
     *
     * @throws IllegalArgumentException when the samples are not images
     */
    public static ImageSet of(Samples samples, long position, int count) {
        if (!samples.shape().isImage())
            throw new IllegalArgumentException("only images can be held as a set, these samples are "
                    + samples.shape().noun() + "s");
        ImageSet.requireMemory(count, samples.shape());
        byte[][] planes = new byte[count][];
        int[] labels = new int[samples.labelled() ? count : 0];
        for (int i = 0; i < count; i++) {
            Batch one = samples.batch(position + i, 1);
            planes[i] = bytes(one.values());
            if (one.labelled()) labels[i] = one.labels()[0];
        }
        return new ImageSet(samples.shape(), planes, labels, samples.labelNames(), names(position, count));
    }

    /**
     * Images as a generator makes them, one after the other in {@code values}, each number rounded to one of 256 shades, as
     * in a file.
     *
     * @param labels one class index per image, or an empty array
     */
    public static ImageSet of(SampleShape shape, float[] values, int[] labels, List<String> labelNames) {
        int count = values.length / shape.size();
        byte[][] planes = new byte[count][];
        for (int i = 0; i < count; i++)
            planes[i] = bytes(Arrays.copyOfRange(values, i * shape.size(), (i + 1) * shape.size()));
        return new ImageSet(shape, planes, labels, labelNames, names(0, count));
    }

    /** Sets of the same shape and classes, one after the other. */
    public static ImageSet joined(List<ImageSet> sets) {
        ImageSet first = sets.get(0);
        byte[][] planes = sets.stream().flatMap(ImageSet::planes).toArray(byte[][]::new);
        int[] labels = first.labelled()
                ? sets.stream()
                        .flatMapToInt(set -> IntStream.range(0, set.size()).map(set::label))
                        .toArray()
                : new int[0];
        return new ImageSet(first.shape(), planes, labels, first.labelNames(), names(0, planes.length));
    }

    private static List<String> names(long first, int count) {
        return IntStream.range(0, count).mapToObj(i -> "#" + (first + i)).toList();
    }

    private static byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round((values[i] + 1) * 127.5f)));
        return bytes;
    }
}
