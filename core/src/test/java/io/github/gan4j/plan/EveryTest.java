package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryTest {
    @Test
    void a_time_comes_at_every_multiple_of_images_and_of_seconds() {
        Every both = new Every(100, 5);
        assertThat(both.reached(0, 0, 99, 4.9)).isFalse();
        assertThat(both.reached(0, 0, 100, 4.9)).isTrue();
        assertThat(both.reached(0, 0, 99, 5)).isTrue();
        assertThat(both.reached(100, 5, 199, 9.9)).isFalse();
        assertThat(both.reached(199, 9.9, 200, 9.9)).isTrue();
        assertThat(both.reached(199, 9.9, 199, 10)).isTrue();
        assertThat(new Every(0, 0).reached(0, 0, Long.MAX_VALUE, 1e9)).isFalse();
    }
}
