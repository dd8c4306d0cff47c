package io.github.gan4j.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.doctor.Signal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealComparisonTest {
    private static final SampleShape SHAPE = SampleShape.image(1, 8, 8);

    private static float[] images(int count, float value) {
        float[] values = new float[count * SHAPE.size()];
        Arrays.fill(values, value);
        return values;
    }

    private static Map<Signal, Double> seen(float value) {
        Samples grey = Samples.drawn(SHAPE, "grey", (to, position) -> Arrays.fill(to, 0));
        Map<Signal, Double> seen = new EnumMap<>(Signal.class);
        new RealComparison(grey.batch(0, 64), grey).of(images(64, value), seen);
        return seen;
    }

    @Test
    void samples_unlike_reals_that_are_all_the_same_are_far_from_them() {
        assertThat(seen(0).get(Signal.REAL_DISTANCE)).isZero();
        assertThat(seen(0.005f).get(Signal.REAL_DISTANCE)).isLessThan(0.2);
        assertThat(seen(-0.5f).get(Signal.REAL_DISTANCE)).isGreaterThan(0.4);
    }
}
