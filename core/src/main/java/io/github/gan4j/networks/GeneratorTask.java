package io.github.gan4j.networks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Check;

/**
 * What a generator has to map.
 *
 * @param inputs numbers of a latent, 1 to 65536; of no use to one that restores images
 * @param sample the shape of one sample
 * @param factor how many times longer the sides of a sample are than those of the image that it is restored from, 1 to 8
 * @param classes of a class-conditional generator; 0 where there are none
 */
public record GeneratorTask(int inputs, SampleShape sample, int factor, int classes) {
    public GeneratorTask {
        Check.between("latents", inputs, 1, 65_536);
        Check.between("factor", factor, 1, 8);
        Check.between("classes", classes, 0, 65_536);
    }

    /** From latents, without classes. */
    public GeneratorTask(int inputs, SampleShape sample) {
        this(inputs, sample, 1, 0);
    }

    /** The side of square images. */
    int side(String architecture) {
        return Sides.of(architecture, sample);
    }

    void requireFactor(String architecture, int wanted) {
        if (factor == wanted) return;
        throw new IllegalArgumentException(
                wanted == 1
                        ? architecture + " keeps the size of images, got a degradation of factor " + factor
                                + "; use enlarger"
                        : architecture + " enlarges by " + wanted + ", got a degradation of factor " + factor);
    }
}
