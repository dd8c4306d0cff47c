package io.github.gan4j.data;

import io.github.gan4j.settings.Words;
import java.util.function.ObjLongConsumer;

/** Endless unlabelled samples, each made on its own. */
record DrawnSamples(SampleShape shape, String content, ObjLongConsumer<float[]> draw) implements Samples {
    @Override
    public String checksum() {
        return ContentChecksum.of(content);
    }

    @Override
    public String describe() {
        return "endless samples, " + Words.inWords(content);
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        float[] sample = new float[shape.size()];
        for (int i = 0; i < count; i++) {
            draw.accept(sample, position + i);
            System.arraycopy(sample, 0, values, i * sample.length, sample.length);
        }
    }
}
