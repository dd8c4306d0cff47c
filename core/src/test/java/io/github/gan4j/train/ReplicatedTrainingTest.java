package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Moment;
import io.github.gan4j.game.Objective;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.MinibatchDeviation;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.tensor.Replicas;
import io.github.gan4j.tensor.Sgd;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReplicatedTrainingTest {
    private static final int STEPS = 6;

    /** Views that leave samples as they are, but take one replica's time. */
    private record Slow(int replica) implements Augmentation {
        @Override
        public UnaryOperator<Tensor> drawn(long[] shape, Moment moment) {
            if (Replicas.current() == replica) sleep();
            return samples -> samples;
        }

        private static void sleep() {
            try {
                Thread.sleep(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void which_replica_is_faster_changes_no_bit() throws IOException {
        Snapshot firstSlow = played(Trainings.images().split(2).with(new Slow(0)));
        Snapshot secondSlow = played(Trainings.images().split(2).with(new Slow(1)));

        assertThat(secondSlow.tensors()).isEqualTo(firstSlow.tensors());
    }

    @Test
    void without_batch_normalisation_and_chance_parts_learn_what_the_whole_batch_does() throws IOException {
        // the generator's input follows from the reals alone
        Trainings game = Trainings.line()
                .from((reals, moment) -> Tensor.concatenated(Collections.nCopies(4, reals.samples()), 1))
                .with(count -> new Sgd(count, Device.CPU, 0, false), 0.005);
        Snapshot whole = played(game), parts = played(game.split(4));

        assertThat(parts.tensors().keySet()).isEqualTo(whole.tensors().keySet());
        parts.tensors()
                .forEach((name, tensor) -> assertNear(tensor, whole.tensors().get(name)));
        assertThat(parts.numbers().belief().orElseThrow().pReal())
                .isCloseTo(whole.numbers().belief().orElseThrow().pReal(), within(1e-5));
    }

    private static void assertNear(StoredTensor tensor, StoredTensor other) {
        float[] numbers = tensor.floats(), expected = other.floats();
        for (int i = 0; i < numbers.length; i++) assertThat(numbers[i]).isCloseTo(expected[i], within(1e-5f));
    }

    @Test
    void replicas_draw_other_numbers_and_so_learn_something_else() throws IOException {
        Snapshot whole = played(Trainings.images()),
                parts = played(Trainings.images().split(2));

        assertThat(parts.tensors()).isNotEqualTo(whole.tensors());
    }

    @Test
    void going_back_to_one_replica_goes_on_from_what_was_learned() throws IOException {
        Snapshot switched;
        try (Training training = Trainings.images().split(2).of(1, 6)) {
            training.run(new Listener() {}, (now, planned) -> {
                now.compute(now.step() < 3 ? new Parallelism(2, 1) : Parallelism.ofThreads(1));
                return planned;
            });
            switched = Snapshot.of(training);
        }
        Snapshot half;
        try (Training training = Trainings.images().split(2).of(1, 3)) {
            training.run(new Listener() {});
            half = Snapshot.of(training);
        }
        try (Training rest = Trainings.images().of(99, 6)) {
            half.restore(rest);
            rest.run(new Listener() {});
            assertThat(switched.tensors()).isEqualTo(Snapshot.of(rest).tensors());
        }
    }

    @Test
    void a_game_of_whole_batches_is_not_split() {
        Initialisation he = Initialisation.he(0.2);
        assertRefused(
                Trainings.line()
                        .with(
                                () -> new Linear(4, 1, he),
                                () -> new Sequence(List.of(new MinibatchDeviation(), new Linear(2, 1, he)))),
                "a layer that compares the samples of a batch");
        assertRefused(Trainings.line().with(new Objective.FeatureMatching()), "feature matching");
        assertRefused(Trainings.line().with(2), "weights from losses");
    }

    private static void assertRefused(Trainings game, String reason) {
        try (Training training = game.of(1, 1)) {
            assertThatThrownBy(() -> training.compute(new Parallelism(2, 1)))
                    .hasMessage("replicas must be 1 in this game, since " + reason + " needs whole batches, got 2");
        }
    }

    @Test
    void replicas_divide_the_batch() {
        try (Training training = Trainings.images().of(1, 1)) {
            assertThatThrownBy(() -> training.compute(new Parallelism(3, 1)))
                    .hasMessage("replicas must divide the batch size 8, got 3");
        }
    }

    private static Snapshot played(Trainings recipe) throws IOException {
        try (Training training = recipe.of(1, STEPS)) {
            training.run(new Listener() {});
            return Snapshot.of(training);
        }
    }
}
