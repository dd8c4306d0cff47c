package io.github.gan4j.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CubicKernelTest {
    @Test
    void it_interpolates() {
        assertThat(CubicKernel.at(0)).isEqualTo(1);
        for (double distance : new double[] {-2, -1, 1, 2, 3})
            assertThat(CubicKernel.at(distance)).isZero();
        // 1.5/8 - 2.5/4 + 1 and -0.5 · 3.375 + 2.5 · 2.25 - 4 · 1.5 + 2
        assertThat(CubicKernel.at(0.5)).isEqualTo(0.5625);
        assertThat(CubicKernel.at(-1.5)).isEqualTo(-0.0625);
    }

    @Test
    void weights_of_samples_at_distance_one_sum_to_one() {
        for (double shift = 0; shift < 1; shift += 0.1) {
            double sum = 0;
            for (int i = -2; i <= 2; i++) sum += CubicKernel.at(i - shift);
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }
}
