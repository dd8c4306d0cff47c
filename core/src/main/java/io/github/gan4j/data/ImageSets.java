package io.github.gan4j.data;

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
            throw new IllegalArgumentException(
                    "only images can be held as a set, these samples are " + samples.shape());
        ImageSet.requireMemory(count, samples.shape());
        byte[][] planes = new byte[count][];
        int[] labels = new int[samples.labelled() ? count : 0];
        for (int i = 0; i < count; i++) {
            Batch one = samples.batch(position + i, 1);
            planes[i] = bytes(one.values());
            if (one.labelled()) labels[i] = one.labels()[0];
        }
        return new ImageSet(
                samples.shape(),
                planes,
                labels,
                samples.labelNames(),
                IntStream.range(0, count).mapToObj(i -> "#" + (position + i)).toList());
    }

    private static byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round((values[i] + 1) * 127.5f)));
        return bytes;
    }
}
