package io.github.gan4j.data;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Images to learn from, and images held back to judge with; the order of each is mixed, so that its first images are
 * a fair sample of all.
 *
 * @param how the two were parted, in a few words
 */
public record Split(ImageSet train, ImageSet test, String how) {
    private static final int EVERY = 6;
    private static final long ORDER = 0x6f72646572L;
    private static final int ENDLESS_TRAIN = 30_000;
    private static final int ENDLESS_TEST = 10_000;
    /** No training comes here, so what is held back was never seen. */
    private static final long FAR = 1L << 40;

    /**
     * The parts of a source as they were published, or every sixth image held back where there is but one part. A source
     * without end gives 30 000 samples to learn from and 10 000 others.
     *
     * @throws IllegalArgumentException when the samples are not images
     * @throws IOException in one line, when files are missing or damaged
     */
    public static Split of(DataSource source, long seed, Consumer<String> notice) throws IOException {
        return of(source, source.samples(seed, notice), notice);
    }

    /** The same of a source that has been opened already, which saves reading it again. */
    public static Split of(DataSource source, Samples samples, Consumer<String> notice) throws IOException {
        if (!(samples instanceof Shuffled files) || !(source instanceof ImageSource parted)) return endless(samples);
        ImageSet train = files.images();
        if (!parted.hasParts()) return heldBack(train);
        ImageSet test;
        try {
            test = parted.sized(train.shape().height(), train.shape().channels())
                    .images(Part.TEST, notice);
        } catch (IOException noSuchPart) {
            return heldBack(train);
        }
        boolean other =
                test.labelNames().equals(train.labelNames()) && !test.checksum().equals(train.checksum());
        return other ? new Split(mixed(train), mixed(test), "published test part") : heldBack(train);
    }

    /** Every sixth image held back, in an order that is the same every time. */
    public static Split heldBack(ImageSet all) {
        if (all.size() < EVERY)
            throw new IllegalArgumentException(
                    "to hold some images back there must be " + EVERY + " or more, not " + all.size());
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
                "every sixth image held back");
    }

    private static Split endless(Samples samples) {
        return new Split(
                ImageSets.of(samples, 0, ENDLESS_TRAIN),
                ImageSets.of(samples, FAR, ENDLESS_TEST),
                "other samples of an endless source");
    }

    private static ImageSet mixed(ImageSet images) {
        return images.picked(order(images.size()));
    }

    private static int[] order(int size) {
        return Epochs.order(size, ORDER, size);
    }
}
