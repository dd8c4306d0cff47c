package io.github.gan4j.train;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import java.util.List;

/** Numbers around -2 for the first class and around 2 for the second, half a unit wide. */
final class TwoClasses implements Samples {
    static final double CENTRE = 2;
    static final double DEVIATION = 0.5;

    private final Samples noise = Distribution.normal(0, DEVIATION).samples(1);

    @Override
    public SampleShape shape() {
        return SampleShape.point(1);
    }

    @Override
    public List<String> labelNames() {
        return List.of("low", "high");
    }

    @Override
    public String checksum() {
        return "two classes";
    }

    @Override
    public String describe() {
        return "numbers of two classes";
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        noise.fill(position, count, values, labels);
        for (int i = 0; i < count; i++) {
            // a class does not follow from its place in a batch or a pack
            labels[i] = Long.bitCount((position + i) * 0x9E3779B97F4A7C15L) & 1;
            values[i] += (float) (labels[i] == 0 ? -CENTRE : CENTRE);
        }
    }
}
