package io.github.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Referee;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.schedule.LinearRamp;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.RmsProp;
import io.github.gan4j.tensor.Sgd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExactResumeTest {
    /** No multiple of 4, so that a lazy penalty has to know how long it has waited. */
    private static final int STEPS = 7;

    static Stream<Arguments> recipes() {
        Trainings line = Trainings.line();
        Constant one = new Constant(1);
        return Stream.of(
                recipe("perceptrons, Adam", line),
                recipe("convolutions in bf16, batch normalisation, average, lazy R1", Trainings.images()),
                recipe("convolutions in bf16, two replicas", Trainings.images().split(2)),
                recipe(
                        "instance noise, four replicas",
                        Trainings.images()
                                .with(new Augmentation.InstanceNoise(one))
                                .split(4)),
                recipe(
                        "adaptive augmentation of every kind, lazy R1",
                        Trainings.images()
                                .with(new Augmentation.Ada(0.1, 100, 0.8, List.of(Augmentation.Ada.Change.values())))),
                recipe("RMSProp", line.with(count -> new RmsProp(count, Device.CPU, 0.99, 1e-8), 1e-3)),
                recipe("SGD, Nesterov momentum", line.with(count -> new Sgd(count, Device.CPU, 0.6, true), 0.01)),
                recipe("worst player", line.with(new Referee.WorstPlayer(3))),
                recipe("margin", line.with(new Referee.Margin(0.3))),
                recipe("alternate", line.with(new Referee.Alternate(2, 3))),
                recipe("dropout and pooling, turns repeated", Trainings.pooled()),
                recipe("two against two", line.with(2)),
                recipe("two against two, worst player", line.with(2).with(new Referee.WorstPlayer(3))),
                recipe("instance noise", line.with(new Augmentation.InstanceNoise(new LinearRamp(1, 0, 2000)))),
                recipe("instance noise on images", Trainings.images().with(new Augmentation.InstanceNoise(one))),
                recipe(
                        "relativistic, gradient penalty, dragan, finite differences",
                        line.with(
                                new Objective.Relativistic(),
                                new Penalty.GradientPenalty(one, 1),
                                new Penalty.Dragan(one, 1),
                                new Penalty.FiniteR1(one, 2, 0.01))));
    }

    private static Arguments recipe(String name, Trainings recipe) {
        return Arguments.of(Named.of(name, recipe));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void a_resumed_training_ends_with_the_bits_of_one_that_was_never_interrupted(Trainings recipe) throws IOException {
        Snapshot whole = played(recipe, 1, 2 * STEPS);
        Snapshot half = played(recipe, 1, STEPS);
        // other first weights, so that whatever is not restored shows
        try (Training second = recipe.of(99, 2 * STEPS)) {
            half.restore(second);
            assertThat(Snapshot.of(second)).isEqualTo(half);
            second.run(new Listener() {});
            assertSame(Snapshot.of(second), whole);
        }
    }

    @Test
    void looking_at_a_training_does_not_change_it() throws IOException {
        Snapshot unseen = played(Trainings.images(), 1, 5);
        try (Training watched = Trainings.images().of(1, 5)) {
            watched.run(new Listener() {
                @Override
                public void stepped(Training training, Step step) {
                    training.sampler(0).samples(new float[8 * 70], new long[] {8}, Optional.empty());
                    Snapshot.of(training);
                    Snapshot.requireFinite(training);
                }
            });
            assertSame(Snapshot.of(watched), unseen);
        }
    }

    @Test
    void trainings_at_the_same_time_end_with_the_bits_of_one_alone() throws Exception {
        Snapshot alone = played(Trainings.line(), 1, 200);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Snapshot> again = () -> played(Trainings.line(), 1, 200);
            for (Future<Snapshot> ended : threads.invokeAll(List.of(again, again, again)))
                assertSame(ended.get(), alone);
        } finally {
            threads.shutdown();
        }
    }

    private static Snapshot played(Trainings recipe, long firstWeights, int steps) throws IOException {
        try (Training training = recipe.of(firstWeights, steps)) {
            assertThat(training.run(new Listener() {})).isEqualTo(Ending.IMAGES);
            assertThat(training.step()).isEqualTo(steps);
            return Snapshot.of(training);
        }
    }

    /** All but the time that it took. */
    private static void assertSame(Snapshot actual, Snapshot expected) {
        assertThat(actual.tensors()).isEqualTo(expected.tensors());
        assertThat(actual.numbers())
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(expected.numbers());
    }

    // ---- foreign snapshots ----

    @Test
    void a_snapshot_of_other_networks_is_refused_by_name_and_changes_nothing() throws IOException {
        Snapshot images = played(Trainings.images(), 1, 1);
        try (Training line = Trainings.line().of(1, 1)) {
            Snapshot before = Snapshot.of(line);
            assertThatThrownBy(() -> images.restore(line))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the checkpoint is of other networks: it lacks discriminator1.0.bias and ")
                    .hasMessageMatching("[^\n]* and \\d+ more and it has \\S+ and \\d+ more");
            assertThat(Snapshot.of(line)).isEqualTo(before);
        }
    }

    @Test
    void a_single_foreign_shape_or_type_is_refused_by_name_and_changes_nothing() throws IOException {
        Snapshot own = played(Trainings.line(), 1, 1);
        try (Training line = Trainings.line().of(2, 1)) {
            Snapshot before = Snapshot.of(line);
            assertThatThrownBy(() -> with(own, "generator1.4.bias", StoredTensor.of(new float[2], 2))
                            .restore(line))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "the checkpoint is of other networks: generator1.4.bias is F32[2] there and F32[1] here");
            StoredTensor whole = new StoredTensor("I32", new long[] {1}, ByteBuffer.allocate(4));
            assertThatThrownBy(() -> with(own, "generator1.4.bias", whole).restore(line))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "the checkpoint is of other networks: generator1.4.bias is I32[1] there and F32[1] here");
            assertThat(Snapshot.of(line)).isEqualTo(before);
        }
    }

    private static Snapshot with(Snapshot snapshot, String name, StoredTensor tensor) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(snapshot.tensors());
        tensors.put(name, tensor);
        return new Snapshot(tensors, snapshot.numbers());
    }
}
