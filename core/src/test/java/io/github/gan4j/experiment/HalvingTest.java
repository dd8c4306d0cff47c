package io.github.gan4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvingTest {
    @Test
    void fields_are_halved_down_to_two_in_four_rounds_at_most() {
        assertThat(Halving.of(11, true, 0).sizes()).containsExactly(11, 6, 3, 2);
        assertThat(Halving.of(4, true, 0).sizes()).containsExactly(4, 2);
        assertThat(Halving.of(64, true, 0).sizes()).containsExactly(64, 32, 16, 8);
        assertThat(Halving.of(11, false, 0).sizes()).containsExactly(11);
    }

    @Test
    void all_rounds_together_use_up_what_is_affordable() {
        Halving rounds = Halving.of(11, true, 0);
        assertThat(rounds.lengths()).isEqualTo(11 + 6 + 3 * 2 + 2 * 4);
        assertThat(rounds.images(1, 0, 31_000)).isEqualTo(1000);
        assertThat(rounds.images(2, 1000, 20_000)).isEqualTo(2000);
        // a machine that became half as fast
        long slower = rounds.images(2, 1000, 10_000);
        assertThat(6 * (slower - 1000.0) + 3 * slower + 2 * 2 * slower).isCloseTo(10_000, within(20.0));
        assertThat(rounds.images(4, 4000, 0)).isEqualTo(4000);
    }

    @Test
    void what_is_left_over_at_the_limit_goes_to_earlier_rounds() {
        Halving rounds = Halving.of(11, true, 2000);
        assertThat(rounds.images(1, 0, 31_000)).isEqualTo(2000);
        assertThat(rounds.images(1, 0, 17_000)).isEqualTo(1000);
        assertThat(rounds.images(2, 1000, 1e9)).isEqualTo(2000);
        assertThat(rounds.images(3, 2000, 1e9)).isEqualTo(2000);
    }

    @Test
    void the_clock_goes_on_where_it_stopped(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("clock.json");
        RaceClock clock = RaceClock.read(file);
        assertThat(clock.affordable(60)).isNaN();
        assertThat(clock.round(1)).isEmpty();
        Json.write(file, clock.withTrial(600, 20).withRound(400));
        RaceClock again = RaceClock.read(file);
        assertThat(again.affordable(60)).isEqualTo(1200);
        assertThat(again.affordable(10)).isZero();
        assertThat(again.round(1)).contains(400L);
        assertThat(again.round(2)).isEmpty();
        assertThat(again.reached(399)).isZero();
        assertThat(again.reached(416)).isOne();
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> RaceClock.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": it is not a JSON object; delete the folder of the race");
    }
}
