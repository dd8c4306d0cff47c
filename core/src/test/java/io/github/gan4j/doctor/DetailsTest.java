package io.github.gan4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DetailsTest {
    private static final int COUNT = 256;

    private static Samples strokes() throws IOException {
        DataSource source = Presets.read("strokes").data();
        return source.samples(1, line -> {});
    }

    /** The distance of other images, changed, from the first ones. */
    private static double distance(UnaryOperator<float[]> change) throws IOException {
        Samples strokes = strokes();
        Batch one = strokes.batch(0, COUNT), other = strokes.batch(COUNT, COUNT);
        SampleShape shape = strokes.shape();
        return Details.of(shape, one.values()).distance(Details.of(shape, change.apply(other.values())));
    }

    @Test
    void other_images_of_the_same_kind_are_near() throws IOException {
        assertThat(distance(values -> values)).isBetween(0.0, 0.1);
    }

    @Test
    void blur_grain_and_a_grid_are_far() throws IOException {
        Random random = new Random(1);
        assertThat(distance(values -> {
                    float[] blurred = new float[values.length];
                    for (int i = 0; i < values.length; i++)
                        for (int near = -3; near <= 3; near++)
                            blurred[i] += values[Math.floorMod(i + near, values.length)] / 7;
                    return blurred;
                }))
                .isGreaterThan(0.15);
        assertThat(distance(values -> {
                    for (int i = 0; i < values.length; i++) values[i] += (float) (0.5 * random.nextGaussian());
                    return values;
                }))
                .isGreaterThan(0.2);
        assertThat(distance(values -> {
                    for (int i = 0; i < values.length; i++) if (i % 2 == 0) values[i] = -1;
                    return values;
                }))
                .isGreaterThan(0.2);
        assertThat(distance(values -> new float[values.length])).isGreaterThan(0.2);
    }

    @Test
    void brightness_is_no_detail() throws IOException {
        double same = distance(values -> values);
        assertThat(distance(values -> {
                    for (int i = 0; i < values.length; i++) values[i] += 0.25f;
                    return values;
                }))
                .isCloseTo(same, within(1e-5));
    }

    @Test
    void from_images_without_details_visible_ones_are_far_and_others_near() {
        SampleShape shape = SampleShape.image(3, 32, 32);
        float[] levels = new float[16 * shape.size()];
        for (int i = 0; i < levels.length; i++) levels[i] = i / shape.size() / 8f - 1;
        Details flat = Details.of(shape, levels);
        assertThat(flat.distance(flat)).isZero();
        Random random = new Random(1);
        assertThat(flat.distance(Details.of(shape, noisy(levels, 0.005, random))))
                .isLessThan(0.2);
        assertThat(flat.distance(Details.of(shape, noisy(levels, 0.05, random))))
                .isBetween(0.8, 1.2);
    }

    private static float[] noisy(float[] values, double deviation, Random random) {
        float[] noisy = values.clone();
        for (int i = 0; i < noisy.length; i++) noisy[i] += (float) (deviation * random.nextGaussian());
        return noisy;
    }
}
