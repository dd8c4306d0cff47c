package io.github.gan4j.metrics;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.tensor.NativeOwner;
import io.github.gan4j.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An extractor for images without labels, which needs no learning: two layers of rectified convolutions with weights
 * drawn once and for all, over the image in three sizes; their outputs averaged over each quarter of the picture. Each
 * first filter answers to contrast only, not to brightness. It sees texture, strokes and where they are, not what
 * things are.
 */
public final class RandomConvolution extends NativeOwner implements Extractor {
    private static final int VERSION = 1;
    private static final int SIZES = 3;
    private static final int SMALLEST = 8;
    private static final int FIRST = 16;
    private static final int SECOND = 24;
    private static final int GRID = 2;
    private static final int BATCH = 250;

    private final SampleShape shape;
    private final long seed;
    private final Tensor first;
    private final Tensor second;

    /** @throws IllegalArgumentException when samples are not images of 8 pixels a side or more */
    public RandomConvolution(SampleShape shape, long seed) {
        if (!shape.isImage() || Math.min(shape.height(), shape.width()) < SMALLEST)
            throw new IllegalArgumentException(
                    "random convolutions look at images of " + SMALLEST + " pixels a side or more, these are " + shape);
        this.shape = shape;
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        float[] contrast = filters(random, FIRST, shape.channels() * 25, true);
        float[] mixing = filters(random, SECOND, FIRST * 9, false);
        first = owned(() -> Tensor.of(contrast, FIRST, shape.channels(), 5, 5));
        second = owned(() -> Tensor.of(mixing, SECOND, FIRST, 3, 3));
    }

    @Override
    public String name() {
        return "random-convolution";
    }

    @Override
    public String hash() {
        String text = "random-convolution " + VERSION + ", seed " + seed + ", " + shape;
        return Checksum.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    @Override
    public Extraction look(Batch images) {
        if (!images.shape().equals(shape))
            throw new IllegalArgumentException(
                    "these random convolutions look at images of " + shape + ", not at " + images.shape());
        return Extraction.ofFeatures(images, BATCH, this::features);
    }

    private Tensor features(Tensor images) {
        List<Tensor> seen = new ArrayList<>();
        Tensor smaller = images;
        for (int size = 0; size < SIZES && Math.min(smaller.size(2), smaller.size(3)) >= SMALLEST; size++) {
            Tensor edges = smaller.convolved(first, List.of(), 2, 2, 1).relu();
            Tensor mixed = edges.convolved(second, List.of(), 1, 1, 1).relu();
            seen.add(quarters(edges));
            seen.add(quarters(mixed));
            smaller = smaller.averagePooled(2);
        }
        return Tensor.concatenated(seen, 1);
    }

    /** The mean over each quarter: the four parts of the picture, those in the middle shared when a side is odd. */
    private static Tensor quarters(Tensor values) {
        long high = (values.size(2) + 1) / GRID, wide = (values.size(3) + 1) / GRID;
        List<Tensor> means = new ArrayList<>();
        for (long top : new long[] {0, values.size(2) - high})
            for (long left : new long[] {0, values.size(3) - wide})
                means.add(mean(values.narrowed(2, top, high).narrowed(3, left, wide)));
        return Tensor.concatenated(means, 1);
    }

    private static Tensor mean(Tensor values) {
        long batch = values.size(0), channels = values.size(1), places = values.size(2) * values.size(3);
        return values.reshaped(batch * channels, places)
                .sumPerSample()
                .times(1.0 / places)
                .reshaped(batch, channels);
    }

    /** Each of length 1; with {@code contrast} each also with the sum 0. */
    private static float[] filters(SplittableRandom random, int count, int size, boolean contrast) {
        float[] all = new float[count * size];
        for (int filter = 0; filter < count; filter++) {
            double[] weights = new double[size];
            double sum = 0, square = 0;
            for (int i = 0; i < size; i++) sum += weights[i] = (random.nextLong() >> 11) * 0x1p-52;
            for (int i = 0; i < size; i++) {
                if (contrast) weights[i] -= sum / size;
                square += weights[i] * weights[i];
            }
            for (int i = 0; i < size; i++) all[filter * size + i] = (float) (weights[i] / Math.sqrt(square));
        }
        return all;
    }
}
