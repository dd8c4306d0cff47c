package io.github.gan4j.data;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Images to learn from, and images held out to judge with, each in a random order that neither names nor the order of files
 * decide ({@link RandomPart}).
 *
 * @param how the two were parted, in a few words
 * @param all the images that both are parts of; those to learn from alone where the others come from elsewhere
 */
public record Split(ImageSet train, ImageSet test, String how, ImageSet all) {
    /** What is true of a run, which learns from all images of its data, where these are parts of the same ones. */
    public static final String SEEN_IN_TRAINING =
            "its data has no test part: training saw the images that are scored, so the score says nothing about others";

    private static final int EVERY = 6;
    private static final long SEED = 0;
    static final int ENDLESS_TRAIN = 30_000;
    static final int ENDLESS_TEST = 10_000;

    /** Images held out that come from elsewhere than those to learn from. */
    public Split(ImageSet train, ImageSet test, String how) {
        this(train, test, how, train);
    }

    /**
     * The parts of a source: as they were published, or every sixth image held out where there is but one part, or samples
     * of an endless source.
     *
     * @throws IllegalArgumentException when the samples are not images, or there is but one
     * @throws IOException in one line, when files are missing or damaged
     */
    public static Split of(DataSource source, long seed, Consumer<String> notice) throws IOException {
        return source.samples(seed, notice).split(notice);
    }

    static Split published(ImageSet train, ImageSet test) {
        return new Split(RandomPart.mixed(train, SEED), RandomPart.mixed(test, SEED), "published test part");
    }

    /**
     * Every sixth image held out, in an order that is the same every time; of fewer than six, one.
     *
     * @throws IllegalArgumentException when there is but one image
     */
    public static Split heldOut(ImageSet images) {
        if (images.size() < 2)
            throw new IllegalArgumentException("to hold some images out there must be 2 or more, got " + images.size());
        ImageSet all = RandomPart.mixed(images, SEED);
        return new Split(every(all, false), every(all, true), "every sixth image held out", all);
    }

    private static ImageSet every(ImageSet all, boolean held) {
        return all.picked(IntStream.range(0, all.size())
                .filter(i -> (i % EVERY == 0) == held)
                .toArray());
    }

    /** Whether the images held out come from elsewhere than those to learn from. */
    public boolean independent() {
        return all == train;
    }
}
