package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Referee;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Sgd;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TwoGroups;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Trainings of two groups in one Java machine. Without chance, for both would draw from the same random numbers: generators start
 * from the reals. With chance, in processes of their own, they are tested with the command that launches them.
 */
class JoinedTrainingTest {
    private static final int STEPS = 200;

    private static Trainings line() {
        return Trainings.line()
                .from((reals, moment) -> Tensor.concatenated(Collections.nCopies(4, reals.samples()), 1))
                .with(count -> new Sgd(count, Device.CPU, 0, false), 0.005);
    }

    /** First weights are drawn one after the other. */
    private static synchronized Training made(Trainings recipe, Group group, int steps) {
        return recipe.of(1 + group.rank(), steps);
    }

    private static Snapshot played(Trainings recipe, Group group, int steps) throws IOException {
        try (Training training = made(recipe, group, steps)) {
            training.join(group);
            assertThat(training.run(new Listener() {})).isEqualTo(Ending.IMAGES);
            return Snapshot.of(training);
        }
    }

    @Test
    void two_learn_what_one_learns_from_the_whole_batch_and_are_equal_to_the_bit() throws Exception {
        Snapshot whole = played(line(), Group.alone(), STEPS);
        List<Snapshot> two = TwoGroups.each(group -> played(line(), group, STEPS));

        assertThat(two.get(1).tensors()).isEqualTo(two.get(0).tensors());
        assertThat(two.get(1).numbers().belief()).isEqualTo(two.get(0).numbers().belief());
        assertThat(two.get(0).numbers().images()).isEqualTo(whole.numbers().images());
        two.get(0).tensors().forEach((name, tensor) -> {
            float[] numbers = tensor.floats(),
                    expected = whole.tensors().get(name).floats();
            for (int i = 0; i < numbers.length; i++)
                assertThat(numbers[i]).as(name).isCloseTo(expected[i], within(1e-4f));
        });
    }

    @Test
    void two_are_to_the_bit_what_two_replicas_are() throws Exception {
        Snapshot replicas = played(line().split(2), Group.alone(), 20);
        List<Snapshot> two = TwoGroups.each(group -> played(line(), group, 20));

        assertThat(two.get(0).tensors()).isEqualTo(replicas.tensors());
    }

    @Test
    void four_are_equal_to_the_bit() throws Exception {
        List<Snapshot> four = TwoGroups.each(4, group -> played(line(), group, 10));

        for (Snapshot other : four)
            assertThat(other.tensors()).isEqualTo(four.get(0).tensors());
    }

    @Test
    void a_referee_decides_the_same_everywhere() throws Exception {
        Trainings game = line().with(new Referee.Margin(0.05));
        List<Snapshot> two = TwoGroups.each(group -> played(game, group, 30));

        assertThat(two.get(1).tensors()).isEqualTo(two.get(0).tensors());
        assertThat(two.get(1).numbers().behind()).isEqualTo(two.get(0).numbers().behind());
    }

    @Test
    void when_one_is_asked_to_stop_all_stop_after_the_same_step() throws Exception {
        List<Long> steps = TwoGroups.each(group -> {
            try (Training training = made(line(), group, STEPS)) {
                training.join(group);
                Ending ending = training.run(new Listener() {
                    @Override
                    public void stepped(Training now, Step step) {
                        if (group.rank() == 1 && step.number() == 3) now.stop();
                    }
                });
                assertThat(ending).isEqualTo(Ending.ASKED);
                return training.step();
            }
        });
        assertThat(steps).containsExactly(4L, 4L);
    }

    /** Views that are no numbers in the process that asks for it. */
    private record Broken(boolean here) implements Augmentation {
        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            return samples -> here && moment.step() == 2 ? samples.times(Double.NaN) : samples;
        }
    }

    @Test
    void when_a_player_breaks_in_one_it_breaks_in_all_in_the_same_step() throws Exception {
        List<Long> steps = TwoGroups.each(group -> {
            Trainings game = line().with(new Broken(group.rank() == 1));
            try (Training training = made(game, group, STEPS)) {
                training.join(group);
                assertThatThrownBy(() -> training.run(new Listener() {}))
                        .isInstanceOf(NotFiniteException.class)
                        .hasMessageMatching("the (loss|gradient) of the discriminator1 became NaN after 256 images");
                return training.step();
            }
        });
        assertThat(steps).containsExactly(2L, 2L);
    }

    @Test
    void a_game_of_whole_batches_is_refused_and_so_is_a_batch_that_cannot_be_shared() throws Exception {
        assertThat(refusals(line().with(new Objective.FeatureMatching())))
                .containsOnly(
                        "this game can be trained by one process only, since feature matching needs whole batches,"
                                + " got 2");
        assertThat(refusals(line().split(128)))
                .containsOnly("the processes, times the replicas of each, must divide the batch size 128, got 256");
    }

    private static List<String> refusals(Trainings game) throws Exception {
        return TwoGroups.each(group -> {
            try (Training training = made(game, group, 1)) {
                training.join(group);
                return "joined";
            } catch (IllegalArgumentException refused) {
                return refused.getMessage();
            }
        });
    }
}
