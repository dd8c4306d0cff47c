package io.github.gan4j.networks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.settings.Check;

/**
 * What a discriminator has to judge.
 *
 * @param sample the shape of what it sees at a time; packed samples lie one behind the other along the channels
 * @param classes that it is conditioned on or tells apart; 0 where there are none
 * @param generators that it tells apart ({@link OriginScore}), 1 to 64; 0 where nobody asks
 */
public record DiscriminatorTask(SampleShape sample, int classes, int generators) {
    public DiscriminatorTask {
        Check.between("classes", classes, 0, 65_536);
        Check.between("generators", generators, 0, 64);
    }

    /** Without classes. */
    public DiscriminatorTask(SampleShape sample) {
        this(sample, 0, 0);
    }

    /** The side of square images. */
    int side(String architecture) {
        return Sides.of(architecture, sample);
    }

    void requireOneGenerator(String architecture) {
        if (generators > 0)
            throw new IllegalArgumentException(architecture + " cannot tell generators apart; use perceptron or dcgan");
    }
}
