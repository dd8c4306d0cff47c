package io.github.gan4j.data;

import java.util.List;
import java.util.OptionalLong;

/**
 * A set of images without end: each epoch is a full permutation decided by (seed, epoch), so any position is found
 * without walking there. With {@code flip}, (seed, position) decides whether a sample is mirrored.
 */
public final class Shuffled implements Samples {
    private static final long FLIP = 0x666c6970L;

    private final ImageSet images;
    private final long seed;
    private final boolean flip;
    private final Epochs epochs;

    public Shuffled(ImageSet images, long seed, boolean flip) {
        this.images = images;
        this.seed = seed;
        this.flip = flip;
        epochs = new Epochs(images.size(), seed);
    }

    public ImageSet images() {
        return images;
    }

    @Override
    public SampleShape shape() {
        return images.shape();
    }

    @Override
    public List<String> labelNames() {
        return images.labelNames();
    }

    @Override
    public String checksum() {
        return images.checksum();
    }

    @Override
    public OptionalLong distinct() {
        return OptionalLong.of(images.size());
    }

    @Override
    public String describe() {
        return images.describe() + (flip ? ", mirrored at random" : "");
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        for (int i = 0; i < count; i++) {
            long at = position + i;
            int image = epochs.at(at);
            int offset = i * shape().size();
            if (flip && Draws.at(seed ^ FLIP, at).nextLong() < 0) images.mirrored(image, values, offset);
            else images.values(image, values, offset);
            if (labelled()) labels[i] = images.label(image);
        }
    }
}
