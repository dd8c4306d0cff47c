package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadRaceTest {
    @Test
    void the_winner_is_all_cores_or_one_and_is_in_use() {
        int winner = ThreadRace.winner(2);
        assertThat(winner).isIn(1, 2);
        assertThat(Engine.threads()).isEqualTo(winner);
    }

    @Test
    void a_single_core_needs_no_race() {
        assertThat(ThreadRace.winner(1)).isEqualTo(1);
    }
}
