package io.github.gan4j.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Plans;
import io.github.gan4j.run.Run;
import io.github.gan4j.run.Runs;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupTest {
    @TempDir
    private Path folder;

    private static Plan ill(long images) {
        return Presets.draft("ill-not-finite")
                .set("threads=1")
                .set("batchSize=16")
                .set("stop.images=" + images)
                .set("record.pictures={images: 100000}")
                .plan();
    }

    private static Plan breaking(String... settings) {
        return Presets.draft("ring")
                .set(List.of("threads=1", "batchSize=16", "stop.images=1600", "record.pictures={images: 100000}"))
                .set(List.of(settings))
                .plan();
    }

    /** No learning rate is low enough for numbers as large as these. */
    private static Plan incurable() {
        return breaking("data={ring: {radius: 1e38, std: 1e37}}", "doctor.tries=1");
    }

    /** The rates of the two players. */
    private static List<Double> rates(Plan plan) {
        return List.of(
                plan.generator().optimizer().learningRate().highest(),
                plan.discriminator().optimizer().learningRate().highest());
    }

    private static List<ObjectNode> events(Path path) throws IOException {
        return JsonLines.read(new RunFolder(path).events());
    }

    private static List<ObjectNode> remedies(Path path) throws IOException {
        return JsonLines.read(path.resolve("remedies.jsonl"));
    }

    @Test
    void looks_by_the_interval_of_the_plan_and_writes_what_it_sees_into_the_events() throws IOException {
        Plan plan = Plans.with(
                Plans.line(), "doctor.every={images: 320}", "record.events={images: 100000}", "data.samples=50");
        Runs.train(plan, folder.resolve("run"));
        List<ObjectNode> events = events(folder.resolve("run"));
        assertThat(events).extracting(e -> e.path("imagesSeen").asInt()).containsExactly(64, 320, 640, 960, 1280);
        assertThat(events.get(0).has("clusterDistance")).isFalse();
        for (ObjectNode event : events.subList(1, 5)) {
            assertThat(event.path("clusterDistance").asDouble()).isBetween(0.0, 1.0);
            assertThat(event.path("diversity").asDouble()).isBetween(0.0, 10.0);
            assertThat(event.path("clustersCovered").asDouble()).isBetween(0.0, 1.5);
            assertThat(event.path("nearestNeighbourRatio").asDouble()).isPositive();
            assertThat(event.has("trainTestScoreGap")).isTrue();
            assertThat(event.path("generatorWeightNorm").asDouble()).isPositive();
        }
        assertThat(events.get(2).has("clusterChange")).isTrue();
    }

    @Test
    void looks_at_images_that_are_told_classes_and_at_codes() throws IOException {
        Plan plan = Presets.draft("ill-narrow-latent")
                .set("threads=1")
                .set("batchSize=8")
                .set("generator.network.width=2")
                .set("generator.input.encoded.network.width=2")
                .set("discriminator.network.width=2")
                .set("stop.images=32")
                .set("record.columns=2")
                .set("record.rows=1")
                .set("doctor.every={images: 32}")
                .plan();
        Runs.train(plan, folder.resolve("run"));
        ObjectNode last =
                events(folder.resolve("run")).get(events(folder.resolve("run")).size() - 1);
        assertThat(last.path("codeDeviation").asDouble()).isBetween(0.0, 0.5);
    }

    @Test
    void looking_changes_nothing_that_is_learned() throws IOException {
        Plan plan = Plans.with(Plans.line(), "doctor.every={images: 64}");
        Runs.train(plan, folder.resolve("watched"));
        Runs.train(Plans.with(plan, "doctor.every={seconds: 0}"), folder.resolve("alone"));
        assertThat(Runs.numbers(folder.resolve("watched")).toString())
                .isEqualTo(Runs.numbers(folder.resolve("alone")).toString());
        Runs.numbers(folder.resolve("watched")).forEach((name, tensor) -> {
            try {
                assertThat(tensor.floats())
                        .isEqualTo(
                                Runs.numbers(folder.resolve("alone")).get(name).floats());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void a_player_that_broke_is_in_the_events() throws IOException {
        Path path = folder.resolve("run");
        try (Run run = Run.start(ill(16_000), path, line -> {})) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.train(new Listener() {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("training stopped, the last good checkpoint is");
        }
        ObjectNode last = events(path).get(events(path).size() - 1);
        assertThat(last.path("broken").asText()).contains("generator");
        assertThat(last.path("diagnosis").asText()).isEqualTo("not-finite");
        assertThat(Doctor.examine(new RunFolder(path), line -> {}).advice()).isNotEmpty();
    }

    @Test
    void a_run_that_breaks_goes_back_and_goes_on_with_one_thing_changed() throws IOException {
        Path path = folder.resolve("run");
        List<String> notices = new ArrayList<>();
        Plan plan = breaking(
                "doctor.tries=1",
                "discriminator.network.perceptron.hidden=[16, 16, 16, 16, 16, 16, 16, 16]",
                "generator.optimizer.learningRate=100",
                "discriminator.optimizer.learningRate=100");
        try (Run run = Run.start(plan, path, notices::add)) {
            assertThat(run.train(new Listener() {})).isEqualTo(Ending.IMAGES);
            assertThat(run.training().images()).isEqualTo(1600);
            assertThat(Runs.imagesSeen(path)).isSorted().doesNotHaveDuplicates();
            assertThat(rates(run.plan())).isEqualTo(rates(Presets.read("ring")));
        }
        assertThat(notices)
                .anySatisfy(line -> assertThat(line).startsWith("not finite: back to 0 points, with --set "));
        assertThat(remedies(path).get(0).path("diagnosis").asText()).isEqualTo("not-finite");
    }

    @Test
    void it_gives_up_after_as_many_tries_as_the_plan_allows_and_a_resumed_run_does_not_begin_to_count_anew()
            throws IOException {
        Path path = folder.resolve("run");
        List<String> notices = new ArrayList<>();
        try (Run run = Run.start(incurable(), path, notices::add)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.train(new Listener() {}))
                    .isInstanceOf(IOException.class);
        }
        assertThat(remedies(path)).extracting(note -> note.has("set")).containsExactly(true, false);
        assertThat(remedies(path).get(1).path("gaveUp").asText()).isEqualTo("it was tried to help 1 time");
        try (Run run = Run.resume(path, java.util.Optional.empty(), notices::add)) {
            assertThat(rates(run.plan())).isNotEqualTo(rates(incurable()));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.train(new Listener() {}))
                    .isInstanceOf(IOException.class);
        }
        assertThat(remedies(path).stream().filter(note -> note.has("set"))).hasSize(1);
    }

    @Test
    void a_kill_before_the_plan_has_the_change_of_a_try_does_not_end_the_run() throws IOException {
        Path path = folder.resolve("run");
        String before;
        try (Run run = Run.start(incurable(), path, line -> {})) {
            before = Files.readString(path.resolve("plan.yaml"));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.train(new Listener() {}))
                    .isInstanceOf(IOException.class);
        }
        Files.writeString(path.resolve("plan.yaml"), before);
        try (Run run = Run.resume(path, java.util.Optional.empty(), line -> {})) {
            assertThat(rates(run.plan())).isNotEqualTo(rates(incurable()));
        }
        assertThat(Files.readString(path.resolve("plan.yaml"))).isNotEqualTo(before);
        Files.writeString(path.resolve("plan.yaml"), before);
        Files.delete(path.resolve("remedies.jsonl"));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Run.resume(path, java.util.Optional.empty(), line -> {}))
                .hasMessageContaining("belongs to another plan");
    }
}
