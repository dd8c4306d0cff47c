package io.github.gan4j.classifiers;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import java.util.SplittableRandom;

/** Images moved by a few pixels at random, so that a classifier learns that place does not matter. */
final class RandomShift {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private RandomShift() {}

    /** @param most pixels in each direction; where an image leaves its place, its edge is repeated */
    static Batch moved(Batch batch, int most, long seed, long position) {
        if (most == 0) return batch;
        float[] moved = new float[batch.values().length];
        for (int i = 0; i < batch.count(); i++) {
            SplittableRandom random = new SplittableRandom(seed * STRIDE + position + i);
            move(batch, i, moved, random.nextInt(-most, most + 1), random.nextInt(-most, most + 1));
        }
        return new Batch(batch.count(), batch.shape(), moved, batch.labels());
    }

    private static void move(Batch batch, int image, float[] moved, int right, int down) {
        SampleShape shape = batch.shape();
        int width = shape.width(), height = shape.height();
        for (int c = 0; c < shape.channels(); c++) {
            int plane = image * shape.size() + c * width * height;
            for (int y = 0; y < height; y++) {
                int from = plane + Math.max(0, Math.min(height - 1, y - down)) * width, to = plane + y * width;
                for (int x = 0; x < width; x++)
                    moved[to + x] = batch.values()[from + Math.max(0, Math.min(width - 1, x - right))];
            }
        }
    }
}
