package io.github.gan4j.model;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.setup.Classes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many samples of a trained generator, to be judged: those of seeds 0, 1, 2 and so on, classes in turn. */
public final class Generated {
    static final int AT_ONCE = 1000;

    private Generated() {}

    /**
     * Images; labelled with the classes that were asked for where the generator is told classes.
     *
     * @throws IllegalArgumentException when it makes points, or the images do not fit into memory
     */
    public static ImageSet images(TrainedGenerator generator, int count) {
        if (!generator.shape().isImage())
            throw new IllegalArgumentException("this generator makes " + generator.shape() + ", not images");
        return images(
                generator.shape(),
                new Classes(generator.labelNames()),
                count,
                (first, labels, size) -> generator.samples(generator.latents().of(first, size), labels));
    }

    /** Makes some samples. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Samples of the seeds from {@code first} on.
         *
         * @param labels the class of each; empty where classes play no part
         */
        float[] make(int first, int[] labels, int size);
    }

    public static ImageSet images(SampleShape shape, Classes classes, int count, Maker maker) {
        ImageSet.requireMemory(count, shape);
        List<ImageSet> parts = new ArrayList<>();
        for (int start = 0; start < count; start += AT_ONCE) {
            int first = start, size = Math.min(AT_ONCE, count - start);
            int[] labels = classes.told()
                    ? IntStream.range(first, first + size)
                            .map(i -> i % classes.count())
                            .toArray()
                    : new int[0];
            parts.add(ImageSets.of(shape, maker.make(first, labels, size), labels, classes.names()));
        }
        return ImageSets.joined(parts);
    }

    /** Points. */
    public static Batch points(TrainedGenerator generator, int count) {
        return new Batch(
                count, generator.shape(), generator.samples(generator.latents().of(0, count)), new int[0]);
    }
}
