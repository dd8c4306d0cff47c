package io.github.gan4j.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

/**
 * Endless samples, a pure function of (seed, position): the heart of exact resume. Asking twice for the same position
 * gives the same sample, whatever was asked before, from any thread.
 */
public interface Samples {
    SampleShape shape();

    /**
     * Endless unlabelled samples, each made on its own.
     *
     * @param content identifies what is drawn: its parameters, not the seed
     * @param draw fills one sample, {@code shape.size()} numbers, from its position alone; called from any thread
     */
    static Samples drawn(SampleShape shape, String content, ObjLongConsumer<float[]> draw) {
        return new DrawnSamples(shape, content, draw);
    }

    /** One name per class, in the order of the class indexes; empty when the samples are unlabelled. */
    List<String> labelNames();

    /** Identifies the content (files or parameters, never the seed), for the plan. */
    String checksum();

    /** One line for people: {@code 60 000 images, 28x28 grey, 10 classes}. */
    String describe();

    /**
     * Writes samples {@code position … position + count - 1} of the endless order.
     *
     * @param values room for {@code count * shape().size()} numbers
     * @param labels room for {@code count} class indexes; not touched when unlabelled
     */
    void fill(long position, int count, float[] values, int[] labels);

    /** How many different samples there are, where they come again and again. */
    default OptionalLong distinct() {
        return OptionalLong.empty();
    }

    /**
     * Samples of the same kind that this order never comes to, where there are any, at positions from 2^40 on: to find
     * out what was learned by heart.
     */
    default Optional<Samples> unseen() {
        return Optional.empty();
    }

    default boolean labelled() {
        return !labelNames().isEmpty();
    }

    /** Samples {@code position … position + count - 1} in arrays of their own. */
    default Batch batch(long position, int count) {
        float[] values = new float[Math.multiplyExact(count, shape().size())];
        int[] labels = new int[labelled() ? count : 0];
        fill(position, count, values, labels);
        return new Batch(count, shape(), values, labels);
    }

    /**
     * Every {@code count}-th sample from {@code index} on: together the {@code count} shards are the whole, and none
     * overlap, so that several processes share one order.
     */
    default Samples shard(int index, int count) {
        return count == 1 && index == 0 ? this : new Shard(this, index, count);
    }
}
