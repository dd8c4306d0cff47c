package io.github.gan4j.data;

import io.github.gan4j.numbers.Numbers;

/**
 * Stacked MNIST: three random digits as the red, green and blue of one image, so that ten classes make a thousand modes
 * (Metz et al. 2017, arXiv 1611.02163). The class of a stack is the number whose digits are its classes, red first.
 */
public final class Stacks implements Samples {
    private static final int HIGH = 3;

    private final ImageSet images;
    private final long seed;

    /** @throws IllegalArgumentException when the images are not grey */
    public Stacks(ImageSet images, long seed) {
        if (images.shape().channels() != 1)
            throw new IllegalArgumentException("stacks are made of grey images, not of " + images.describe());
        this.images = images;
        this.seed = seed;
    }

    @Override
    public SampleShape shape() {
        return SampleShape.image(HIGH, images.shape().height(), images.shape().width());
    }

    @Override
    public String checksum() {
        return ContentChecksum.of("stacks of " + images.checksum());
    }

    @Override
    public String describe() {
        return "endless stacks of three of " + Numbers.of(images.size(), "image") + ", " + shape();
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        int plane = images.shape().size();
        for (int i = 0; i < count; i++) {
            Draws draws = Draws.at(seed, position + i);
            for (int level = 0; level < HIGH; level++)
                images.values(draws.below(images.size()), values, (i * HIGH + level) * plane);
        }
    }
}
