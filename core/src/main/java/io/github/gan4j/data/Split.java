package io.github.gan4j.data;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Images to learn from, and images held out to judge with; the order of each is mixed, so that its first images are
 * a fair sample of all.
 *
 * @param how the two were parted, in a few words
 */
public record Split(ImageSet train, ImageSet test, String how) {
    private static final int EVERY = 6;
    private static final long ORDER = 0x6f72646572L;
    static final int ENDLESS_TRAIN = 30_000;
    static final int ENDLESS_TEST = 10_000;

    /**
     * The parts of a source: as they were published, or every sixth image held out where there is but one part, or samples
     * of an endless source.
     *
     * @throws IllegalArgumentException when the samples are not images
     * @throws IOException in one line, when files are missing or damaged
     */
    public static Split of(DataSource source, long seed, Consumer<String> notice) throws IOException {
        return source.samples(seed, notice).split(notice);
    }

    static Split published(ImageSet train, ImageSet test) {
        return new Split(mixed(train), mixed(test), "published test part");
    }

    /** Every sixth image held out, in an order that is the same every time. */
    public static Split heldOut(ImageSet all) {
        if (all.size() < EVERY)
            throw new IllegalArgumentException(
                    "to hold some images out, at least " + EVERY + " are needed, got " + all.size());
        int[] order = order(all.size());
        return new Split(
                all.picked(IntStream.range(0, order.length)
                        .filter(i -> i % EVERY != 0)
                        .map(i -> order[i])
                        .toArray()),
                all.picked(IntStream.range(0, order.length)
                        .filter(i -> i % EVERY == 0)
                        .map(i -> order[i])
                        .toArray()),
                "every sixth image held out");
    }

    private static ImageSet mixed(ImageSet images) {
        return images.picked(order(images.size()));
    }

    private static int[] order(int size) {
        return Epochs.order(size, ORDER, size);
    }
}
