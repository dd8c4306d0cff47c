package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final Listener NOBODY = new Listener() {};

    private static float[] weights(Training training) {
        return training.game().generators().players().get(0).network().learned().toFloats();
    }

    @Test
    void a_steering_that_leaves_everything_to_the_plan_changes_no_bit() throws IOException {
        try (Training alone = Trainings.line().of(1, 5);
                Training watched = Trainings.line().of(1, 5)) {
            alone.run(NOBODY);
            watched.run(NOBODY, (training, planned) -> planned);
            assertThat(weights(watched)).isEqualTo(weights(alone));
        }
    }

    @Test
    void another_referee_decides_the_step_to_come() throws IOException {
        Referee generators = (game, standing, step) -> game.generators().players();
        List<Side> moved = new ArrayList<>();
        try (Training training = Trainings.line().of(1, 2)) {
            training.run(
                    new Listener() {
                        @Override
                        public void stepped(Training training, Step step) {
                            step.turns().forEach(turn -> moved.add(turn.side()));
                        }
                    },
                    (now, planned) -> now.step() == 0 ? generators : planned);
        }
        assertThat(moved).containsExactly(Side.GENERATOR, Side.DISCRIMINATOR, Side.GENERATOR);
    }

    @Test
    void waiting_is_no_time_of_training_and_a_stop_meanwhile_plays_no_further_step() throws IOException {
        try (Training training = Trainings.line().of(1, 1000)) {
            Ending ending = training.run(NOBODY, (now, planned) -> {
                if (now.step() == 2) {
                    pause(300);
                    now.stop();
                }
                return planned;
            });
            assertThat(ending).isEqualTo(Ending.ASKED);
            assertThat(training.step()).isEqualTo(2);
            assertThat(training.seconds()).isLessThan(0.25);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_player_whose_rate_is_scaled_to_nothing_stays_as_it_is() throws IOException {
        try (Training training = Trainings.line().of(1, 3)) {
            float[] before = weights(training);
            training.run(NOBODY, (now, planned) -> {
                now.game().generators().players().forEach(player -> player.scaleRate(0));
                return planned;
            });
            assertThat(Arrays.equals(weights(training), before)).isTrue();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.game().players().get(0).scaleRate(-1))
                    .withMessage("a learning rate is scaled by 0 to 1000, not by -1.0");
        }
    }
}
