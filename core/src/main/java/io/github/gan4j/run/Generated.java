package io.github.gan4j.run;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many samples of a trained generator, to be judged: those of seeds 0, 1, 2 and so on, classes in turn. */
public final class Generated {
    private static final int AT_ONCE = 1000;

    private Generated() {}

    /**
     * Images; labelled with the classes that were asked for where the generator is told classes.
     *
     * @throws IllegalArgumentException when it makes points, or the images do not fit into memory
     */
    public static ImageSet images(TrainedGenerator generator, int count) {
        if (!generator.shape().isImage())
            throw new IllegalArgumentException("this generator makes " + generator.shape() + ", not images");
        ImageSet.requireMemory(count, generator.shape());
        List<ImageSet> parts = new ArrayList<>();
        int classes = generator.labelNames().size();
        for (int start = 0; start < count; start += AT_ONCE) {
            int first = start, size = Math.min(AT_ONCE, count - start);
            int[] labels = classes == 0
                    ? new int[0]
                    : IntStream.range(first, first + size).map(i -> i % classes).toArray();
            float[] made = generator.samples(generator.latents().of(first, size), labels);
            parts.add(ImageSets.of(generator.shape(), made, labels, generator.labelNames()));
        }
        return ImageSets.joined(parts);
    }

    /** Points. */
    public static Batch points(TrainedGenerator generator, int count) {
        return new Batch(
                count, generator.shape(), generator.samples(generator.latents().of(0, count)), new int[0]);
    }
}
