package io.github.gan4j.data;

/**
 * Some samples side by side: {@code values} holds {@code count} samples of {@code shape} one after the other (images as
 * channel planes in [-1, 1]), {@code labels} one class index each, or nothing when the samples are unlabelled.
 *
 * <p>The arrays belong to whoever received the batch; nobody else writes to them.
 */
public record Batch(int count, SampleShape shape, float[] values, int[] labels) {
    /** @throws IllegalArgumentException when the arrays do not fit the count and shape */
    public Batch {
        if (count < 1) throw new IllegalArgumentException("a batch must have at least 1 sample, not " + count);
        if (values.length != (long) count * shape.size())
            throw new IllegalArgumentException("a batch of " + count + " samples (" + shape + ") needs "
                    + (long) count * shape.size() + " values, not " + values.length);
        if (labels.length != 0 && labels.length != count)
            throw new IllegalArgumentException(
                    "a batch of " + count + " samples needs " + count + " labels or none, not " + labels.length);
    }

    public boolean labelled() {
        return labels.length > 0;
    }
}
