package io.github.gan4j.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * Endless samples, a pure function of (seed, position): the heart of exact resume. Asking twice for the same position
 * gives the same sample, whatever was asked before, from any thread.
 */
public interface Samples {
    /** No training comes to a position this far, so samples without end are held out from here on. */
    long HELD_OUT = 1L << 40;

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
    default List<String> labelNames() {
        return List.of();
    }

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

    /** The set of images behind these samples, where there is one in memory. */
    default Optional<ImageSet> images() {
        return Optional.empty();
    }

    /** At most {@code most} samples of the same kind that no training comes to; nothing where it comes to all there are. */
    default Optional<Batch> heldOut(int most) {
        return Optional.of(batch(HELD_OUT, most));
    }

    /** The held-out images in their own sizes, where samples are cut from larger ones. */
    default List<NamedPicture> heldOutPictures() {
        return List.of();
    }

    /**
     * A part to learn from and a part to judge with: 30 000 and 10 000 samples where there is no end.
     *
     * @param notice hears one line about what is odd in files
     * @throws IllegalArgumentException when the samples are not images
     */
    default Split split(Consumer<String> notice) {
        return new Split(
                ImageSets.of(this, 0, Split.ENDLESS_TRAIN),
                ImageSets.of(this, HELD_OUT, Split.ENDLESS_TEST),
                "other samples of an endless source");
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
}
