package io.github.gan4j.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.schedule.Cosine;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static Start start(String... changes) throws IOException {
        Draft draft = Presets.draft("strokes");
        for (int i = 0; i < changes.length; i += 2) draft = draft.set(changes[i], changes[i + 1]);
        return Start.of(draft.plan(), line -> {});
    }

    private static List<Parallelism> candidates(int cores, String... changes) throws IOException {
        Start start = start(changes);
        try (Training training = Assembly.training(start.plan(), start.samples())) {
            return Rehearsal.candidates(training, cores);
        }
    }

    @Test
    void a_plan_that_leaves_threads_open_gets_those_of_a_measurement() throws IOException {
        List<String> said = new ArrayList<>();

        Plan paced = Rehearsal.paced(
                start("batchSize", "64", "stop.images", "640", "stop.minutes", "0"), Group.alone(), said::add);

        assertThat(paced.threads()).isPositive();
        assertThat(paced.replicas()).isPositive();
        if (Assembly.CORES > 1)
            assertThat(said)
                    .singleElement()
                    .asString()
                    .startsWith("computing with ")
                    .endsWith(" images/s");
    }

    @Test
    void a_plan_that_names_threads_is_not_measured() throws IOException {
        List<String> said = new ArrayList<>();

        assertThat(Rehearsal.paced(
                                start("threads", "1", "stop.images", "640", "stop.minutes", "0"),
                                Group.alone(),
                                said::add)
                        .replicas())
                .isEqualTo(1);
        assertThat(Rehearsal.paced(
                                start("threads", "1", "replicas", "2", "stop.images", "640", "stop.minutes", "0"),
                                Group.alone(),
                                said::add)
                        .replicas())
                .isEqualTo(2);
        assertThat(said).isEmpty();
    }

    /** The rate of a generator whose schedule lasts as long as the run. */
    private static Schedule rate(String open, String images, String minutes, List<String> said) throws IOException {
        Start start = start(
                "generator.optimizer.adam.learningRate",
                open,
                "threads",
                "1",
                "stop.images",
                images,
                "stop.minutes",
                minutes);
        return Rehearsal.paced(start, Group.alone(), said::add)
                .generator()
                .optimizer()
                .learningRate();
    }

    @Test
    void schedules_of_open_length_last_as_long_as_the_run() throws IOException {
        String cosine = "{cosine: {from: 1e-3, to: 1e-4}}";
        List<String> said = new ArrayList<>();

        assertThat(rate(cosine, "640", "0", said)).isEqualTo(new Cosine(1e-3, 1e-4, 640));
        assertThat(said).isEmpty();

        long images =
                rate("{linear: {from: 1e-3, to: 0}}", "0", "0.1", said).rest().orElseThrow();
        assertThat(images).isBetween(64L, 1_000_000L);
        assertThat(said)
                .singleElement()
                .asString()
                .isEqualTo("schedules over the length of the run take " + Numbers.of(images, "image")
                        + ", about what it has time for");

        assertThat(rate(cosine, "64", "9", said)).isEqualTo(new Cosine(1e-3, 1e-4, 64));
    }

    @Test
    void every_way_to_use_all_cores_is_tried_and_one_thread() throws IOException {
        assertThat(candidates(1, "batchSize", "64")).containsExactly(Parallelism.ofThreads(1));
        assertThat(candidates(2, "batchSize", "64"))
                .containsExactly(Parallelism.ofThreads(2), new Parallelism(2, 1), Parallelism.ofThreads(1));
        assertThat(candidates(8, "batchSize", "64"))
                .containsExactly(
                        Parallelism.ofThreads(8),
                        new Parallelism(2, 4),
                        new Parallelism(4, 2),
                        Parallelism.ofThreads(1));
    }

    @Test
    void threads_that_share_short_operations_must_win_clearly() {
        Parallelism shared = Parallelism.ofThreads(2),
                replicas = new Parallelism(2, 1),
                alone = Parallelism.ofThreads(1);

        assertThat(Rehearsal.fastest(Map.of(shared, 0.020, replicas, 0.022, alone, 0.035)))
                .isEqualTo(replicas);
        assertThat(Rehearsal.fastest(Map.of(shared, 0.020, replicas, 0.030, alone, 0.035)))
                .isEqualTo(shared);
        assertThat(Rehearsal.fastest(Map.of(shared, 0.80, replicas, 0.81, alone, 1.5)))
                .isEqualTo(shared);
        assertThat(Rehearsal.fastest(Map.of(shared, 0.001, alone, 0.0011))).isEqualTo(alone);
    }

    @Test
    void parts_have_16_samples_or_more_and_are_equal() throws IOException {
        assertThat(candidates(2, "batchSize", "30")).noneMatch(candidate -> candidate.replicas() > 1);
        assertThat(candidates(2, "batchSize", "33")).noneMatch(candidate -> candidate.replicas() > 1);
        assertThat(candidates(2, "batchSize", "32")).contains(new Parallelism(2, 1));
    }

    @Test
    void a_game_of_whole_batches_is_played_by_one_replica() throws IOException {
        assertThat(candidates(2, "batchSize", "64", "generator.loss.topK", "0.5"))
                .containsExactly(Parallelism.ofThreads(2), Parallelism.ofThreads(1));
    }
}
