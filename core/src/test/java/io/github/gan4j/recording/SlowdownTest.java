package io.github.gan4j.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowdownTest {
    private long now;
    private final Slowdown slowdown = new Slowdown(() -> now, "image");
    private final List<String> said = new ArrayList<>();

    /** Steps of a number of seconds, with a pause after each. */
    private void steps(int count, double seconds, double pause) {
        for (int i = 0; i < count; i++) {
            now += (long) (seconds * 1e9);
            slowdown.stepped(64).ifPresent(said::add);
            now += (long) (pause * 1e9);
            slowdown.rest();
        }
    }

    @Test
    void half_the_speed_for_ten_seconds_is_said_once_in_a_period() {
        steps(100, 0.1, 0);
        steps(60, 0.25, 0);
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("training has slowed down from 640 to 256 images/s; if another program keeps a core busy");

        steps(100, 0.1, 0);
        steps(60, 0.25, 0);
        assertThat(said).hasSize(2);
    }

    @Test
    void a_little_slower_or_for_a_moment_is_not_said() {
        steps(100, 0.1, 0);
        steps(100, 0.19, 0);
        steps(100, 0.1, 0);
        steps(20, 0.3, 0);
        steps(100, 0.1, 0);
        assertThat(said).isEmpty();
    }

    @Test
    void what_is_between_steps_does_not_count() {
        steps(100, 0.1, 0);
        steps(100, 0.1, 3);
        assertThat(said).isEmpty();
    }
}
