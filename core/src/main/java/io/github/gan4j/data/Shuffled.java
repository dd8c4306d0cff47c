package io.github.gan4j.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

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
    private final TestPart test;

    /** The published test part of a set of images, read when it is asked for. */
    @FunctionalInterface
    interface TestPart {
        Optional<ImageSet> read(Consumer<String> notice);
    }

    public Shuffled(ImageSet images, long seed, boolean flip) {
        this(images, seed, flip, notice -> Optional.empty());
    }

    Shuffled(ImageSet images, long seed, boolean flip, TestPart test) {
        this.images = images;
        this.seed = seed;
        this.flip = flip;
        epochs = new Epochs(images.size(), seed);
        this.test = test;
    }

    @Override
    public Optional<ImageSet> images() {
        return Optional.of(images);
    }

    private Optional<ImageSet> test(Consumer<String> notice) {
        return test.read(notice)
                .filter(part -> part.labelNames().equals(labelNames())
                        && !part.checksum().equals(checksum()));
    }

    /** Of the published test part, drawn at random. */
    @Override
    public Optional<Batch> heldOut(int most) {
        return test(line -> {}).map(part -> {
            ImageSet drawn = RandomPart.of(part, most, 0).images();
            return drawn.batch(0, drawn.size());
        });
    }

    /** The published parts, or every sixth image held out where there is but one part. */
    @Override
    public Split split(Consumer<String> notice) {
        return test(notice).map(part -> Split.published(images, part)).orElseGet(() -> Split.heldOut(images));
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
