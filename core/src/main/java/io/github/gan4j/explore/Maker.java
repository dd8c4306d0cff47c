package io.github.gan4j.explore;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A trained generator as a function of its latents alone: one that is told classes is always told the same. It borrows the
 * generator.
 *
 * @param label the number of the class; empty for a generator that is told none
 */
public record Maker(TrainedGenerator generator, OptionalInt label) {
    /** @throws IllegalArgumentException when the label does not fit the generator */
    public Maker {
        int classes = generator.labelNames().size();
        if (label.isPresent() != classes > 0)
            throw new IllegalArgumentException(
                    classes > 0 ? "this generator needs a class" : "this generator is told no classes");
        if (label.isPresent() && (label.getAsInt() < 0 || label.getAsInt() >= classes))
            throw new IllegalArgumentException(
                    "a class of this generator is within 0 and " + (classes - 1) + ", got " + label.getAsInt());
    }

    /** Of the first class where there are classes. */
    public static Maker of(TrainedGenerator generator) {
        return new Maker(generator, generator.labelNames().isEmpty() ? OptionalInt.empty() : OptionalInt.of(0));
    }

    public SampleShape shape() {
        return generator.shape();
    }

    /** What is made of these latents, {@code [count, size]} flattened: {@code [count, …]} flattened, images in [-1, 1]. */
    public float[] samples(float[] latents) {
        return generator.samplesOfFirst(latents, labels(latents));
    }

    /** The same as pictures. */
    public List<Picture> pictures(float[] latents) {
        return generator.picturesOfFirst(latents, labels(latents));
    }

    /** The same for tensors, differentiable by the latents {@code [count, size]}. */
    public Tensor samples(Tensor latents) {
        return generator.samples(latents, labels(Math.toIntExact(latents.size(0))));
    }

    private int[] labels(float[] latents) {
        return labels(latents.length / generator.plan().latents().orElseThrow().size());
    }

    private int[] labels(int count) {
        int[] labels = new int[label.isPresent() ? count : 0];
        Arrays.fill(labels, label.orElse(0));
        return labels;
    }

    /** The latents of {@code count} seeds from {@code first} on, and what is measured on their samples. */
    public Measured measured(long first, int count, Measure measure) {
        float[] latents = generator.latents().of(first, count);
        return new Measured(
                latents, generator.plan().latents().orElseThrow().size(), measure.ofAll(samples(latents), shape()));
    }
}
