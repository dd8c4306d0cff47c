package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on from a checkpoint of another run, and what a resumed run may change. */
class BranchTest {
    @TempDir
    Path folder;

    private Path source() throws IOException {
        Path path = folder.resolve("source");
        Runs.train(Plans.with(Plans.line(), "record.keep=10"), path);
        return path;
    }

    private Map<String, StoredTensor> branched(String from, String name, String... settings) throws IOException {
        return branched(from, name, new ArrayList<>(), settings);
    }

    private Map<String, StoredTensor> branched(String from, String name, List<String> notices, String... settings)
            throws IOException {
        RunMoment moment = RunMoment.named(from, notices::add);
        Path path = folder.resolve(name);
        try (Run run = Run.branch(moment, Plans.with(moment.plan(), settings), path, notices::add)) {
            run.train(new Listener() {});
        }
        return Runs.numbers(path);
    }

    private static Map<String, String> contents(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                contents.put(file.toString(), io.github.gan4j.files.Checksum.sha256(file));
        }
        return contents;
    }

    @Test
    void a_branch_without_a_change_ends_with_the_bits_of_its_origin_which_stays_as_it_is() throws IOException {
        Path source = source();
        Map<String, String> before = contents(source);
        assertThat(branched(source + "@320", "branch")).isEqualTo(Runs.numbers(source));
        assertThat(contents(source)).isEqualTo(before);
        assertThat(folder.resolve("branch/reals.png")).isRegularFile();
        assertThat(folder.resolve("branch/samples/000000320.png")).isRegularFile();
        assertThat(Runs.imagesSeen(folder.resolve("branch"))).first().isEqualTo(384L);
    }

    @Test
    void a_branch_goes_on_with_other_settings_and_says_where_it_comes_from() throws IOException {
        Path source = source();
        List<String> notices = new ArrayList<>();
        Map<String, StoredTensor> other =
                branched(source + "@320", "branch", notices, "objective=hinge", "stop.images=640");
        assertThat(RunFolder.open(folder.resolve("branch")).checkpoints().list())
                .containsExactly(640L, 320L);
        assertThat(other)
                .isNotEqualTo(
                        RunFolder.open(source).checkpoints().open(640).read().tensors());
        String line = "branch of " + source + " at 320 images with objective: relativistic -> hinge;"
                + " stop.images: 1280 -> 640";
        assertThat(notices).contains(line);
        branched(folder.resolve("branch") + "@640", "second", "stop.images=704");
        assertThat(Provenance.lineage(Yaml.tree(folder.resolve("second/plan.yaml"))))
                .containsExactly(
                        line, "branch of " + folder.resolve("branch") + " at 640 images with stop.images: 640 -> 704");
    }

    @Test
    void a_branch_that_was_stopped_resumes_exactly() throws IOException {
        Path source = source();
        branched(source + "@320", "part", "batchSize=32", "stop.images=480");
        Path part = folder.resolve("part");
        try (Run run = Run.resume(part, java.util.Optional.of(new io.github.gan4j.plan.StopPlan(640, 0)), line -> {})) {
            run.train(new Listener() {});
        }
        assertThat(Runs.numbers(part)).isEqualTo(branched(source + "@320", "whole", "batchSize=32", "stop.images=640"));
        assertThat(Provenance.lineage(Yaml.tree(part.resolve("plan.yaml")))).hasSize(1);
    }

    @Test
    void a_branch_of_other_networks_is_refused_with_advice_and_leaves_nothing() throws IOException {
        Path source = source();
        RunMoment moment = RunMoment.newest(source, line -> {});
        for (String setting : List.of("generator.network.hidden=[8]", "generator.optimizer=sgd", "generator.ema=none"))
            assertThatThrownBy(() ->
                            Run.branch(moment, Plans.with(moment.plan(), setting), folder.resolve("no"), line -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(source + "@1280: the checkpoint is of other networks")
                    .hasMessageContaining("; the plans differ in generator.")
                    .hasMessageContaining("--from");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    // ---- what a resumed run may change ----

    private Plan resumed(Path path, String... settings) throws IOException {
        try (Run run =
                Run.resume(path, plan -> Draft.of(plan).set(List.of(settings)).plan(), line -> {})) {
            run.train(new Listener() {});
            return run.plan();
        }
    }

    @Test
    void what_is_recorded_and_measured_and_the_length_may_be_changed_and_do_not_change_the_bits() throws IOException {
        Path source = source(), part = folder.resolve("part");
        Runs.trainUntil(7, Plans.line(), part);
        Plan plan = resumed(
                part,
                "about=another line",
                "record.events={images: 128}",
                "metrics={names: [wasserstein], every: {images: 640}, count: 200}",
                "doctor.every={seconds: 0}");
        assertThat(plan.metrics()).isPresent();
        assertThat(Runs.numbers(part)).isEqualTo(Runs.numbers(source));
        assertThat(part.resolve("best.json")).isRegularFile();
    }

    @Test
    void what_is_learned_may_not_be_changed_and_the_way_is_named() throws IOException {
        Path path = folder.resolve("run");
        Runs.trainUntil(3, Plans.line(), path);
        Map<String, String> before = contents(path);
        for (String setting :
                List.of("seed=2", "batchSize=32", "generator.optimizer.learningRate=1", "threads=2", "objective=hinge"))
            assertThatThrownBy(() -> resumed(path, setting))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a resumed run cannot change what is learned (" + setting.split("[=.]")[0])
                    .hasMessageEndingWith("gan4j train --branch " + path + " --set ...");
        assertThat(contents(path)).isEqualTo(before);
        assertThatThrownBy(() -> resumed(path, "metrics.names=[nonsense]"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
