package io.github.gan4j.benchmarks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import java.util.Random;

/** Unlabelled images of uniform noise, kept in memory: data that costs nothing to read. */
record Noise(SampleShape shape, float[] pool) implements Samples {
    static Noise images(int channels, int size) {
        return of(SampleShape.image(channels, size, size));
    }

    static Noise of(SampleShape shape) {
        float[] pool = new float[256 * shape.size()];
        Random random = new Random(7);
        for (int i = 0; i < pool.length; i++) pool[i] = 2 * random.nextFloat() - 1;
        return new Noise(shape, pool);
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        int size = shape.size();
        int images = pool.length / size;
        for (int i = 0; i < count; i++)
            System.arraycopy(pool, (int) ((position + i) % images) * size, values, i * size, size);
    }

    @Override
    public String checksum() {
        return "noise";
    }

    @Override
    public String describe() {
        return "noise, " + shape;
    }
}
