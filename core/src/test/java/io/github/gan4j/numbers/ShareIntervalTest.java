package io.github.gan4j.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareIntervalTest {
    @Test
    void it_is_wilsons() {
        // 5 of 10, z² = 3.841459: middle 0.5, half z sqrt(0.025 + z²/400) / (1 + z²/10)
        assertThat(ShareInterval.of(5, 10).low()).isCloseTo(0.236593, within(1e-6));
        assertThat(ShareInterval.of(5, 10).high()).isCloseTo(0.763407, within(1e-6));
    }

    @Test
    void of_none_and_of_all_it_is_not_empty() {
        // z² / (n + z²)
        assertThat(ShareInterval.of(0, 100).low()).isZero();
        assertThat(ShareInterval.of(0, 100).high()).isCloseTo(3.841458820694124 / 103.841458820694124, within(1e-12));
        assertThat(ShareInterval.of(100, 100).low()).isCloseTo(100 / 103.841458820694124, within(1e-12));
        assertThat(ShareInterval.of(100, 100).high()).isEqualTo(1);
    }
}
