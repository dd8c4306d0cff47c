package io.github.gan4j.explore;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.run.TrainedGenerator;
import java.util.List;

/** A trained generator as a function of its latents alone. It borrows the generator. */
public record Maker(TrainedGenerator generator) {
    public SampleShape shape() {
        return generator.shape();
    }

    /** What is made of these latents, {@code [count, size]} flattened: {@code [count, …]} flattened, images in [-1, 1]. */
    public float[] samples(float[] latents) {
        return generator.samples(latents);
    }

    /** The same as pictures. */
    public List<Picture> pictures(float[] latents) {
        return generator.pictures(latents);
    }

    /** The latents of {@code count} seeds from {@code first} on, and what is measured on their samples. */
    public Measured measured(long first, int count, Measure measure) {
        float[] latents = generator.latents().of(first, count);
        return new Measured(latents, generator.plan().latent().size(), measure.ofAll(samples(latents), shape()));
    }
}
