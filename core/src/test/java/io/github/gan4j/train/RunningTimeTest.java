package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningTimeTest {
    private static final long SECOND = 1_000_000_000;
    private final AtomicLong clock = new AtomicLong(-5 * SECOND);
    private final RunningTime time = new RunningTime(clock::get);

    private double after(double... seconds) {
        long seen = 0;
        for (double wait : seconds) {
            clock.addAndGet((long) (wait * SECOND));
            seen = time.look();
        }
        return (double) seen / SECOND;
    }

    @Test
    void while_the_program_runs_it_is_the_clock_however_often_somebody_looks() {
        assertThat(after(0.25, 0.25, 1.9, 0, 0.1)).isEqualTo(2.5);
    }

    @Test
    void a_gap_in_which_nobody_could_look_counts_as_one_tick() {
        assertThat(after(0.25, 15, 0.25)).isEqualTo(0.75);
        assertThat(after(3600 * 24)).isEqualTo(1);
    }

    @Test
    void it_goes_on_while_one_thread_is_busy() throws InterruptedException {
        long before = RunningTime.nanos();
        Thread.sleep(2500);
        assertThat((RunningTime.nanos() - before) / 1e9).isBetween(1.5, 20.0);
    }
}
