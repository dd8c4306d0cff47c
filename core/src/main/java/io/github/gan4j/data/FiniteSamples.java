package io.github.gan4j.data;

import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.settings.Check;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A fixed training set out of endless samples: their first {@code size}, again and again, each epoch in an order of its
 * own. Nothing is held in memory; a sample is made anew whenever it comes.
 */
final class FiniteSamples implements Samples {
    /** Keeps the order apart from the samples, which the same seed decides. */
    private static final long ORDER = 0x66696e697465L;

    private final Samples endless;
    private final int size;
    private final Epochs epochs;

    /** As many different ones of endless samples; 0 leaves them endless. */
    static Samples of(Samples endless, int size, long seed) {
        return size == 0 ? endless : new FiniteSamples(endless, size, seed);
    }

    static void requireCount(int samples) {
        Check.between("samples", samples, 0, 100_000_000);
    }

    FiniteSamples(Samples endless, int size, long seed) {
        this.endless = endless;
        this.size = size;
        epochs = new Epochs(size, seed ^ ORDER);
    }

    @Override
    public SampleShape shape() {
        return endless.shape();
    }

    @Override
    public List<String> labelNames() {
        return endless.labelNames();
    }

    @Override
    public String checksum() {
        return ContentChecksum.of(endless.checksum() + " " + size);
    }

    @Override
    public OptionalLong distinct() {
        return OptionalLong.of(size);
    }

    @Override
    public Optional<Batch> heldOut(int most) {
        return endless.heldOut(most);
    }

    @Override
    public String describe() {
        return Numbers.grouped(size) + " of " + endless.describe();
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        float[] one = new float[shape().size()];
        int[] label = new int[1];
        for (int i = 0; i < count; i++) {
            endless.fill(epochs.at(position + i), 1, one, label);
            System.arraycopy(one, 0, values, i * one.length, one.length);
            if (labelled()) labels[i] = label[0];
        }
    }
}
