package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.model.Best;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestTest {
    /** Measured after every fifth of 20 steps; the newest checkpoint only stays, but for the best. */
    private static final Plan LINE = Plans.with(
            Plans.line(), "metrics={names: [sliced-wasserstein], every: {images: 320}, count: 100}", "record.keep=1");

    @TempDir
    Path folder;

    private Ending train(Plan plan, String name, Listener listener) throws IOException {
        try (Run run = Run.start(plan, folder.resolve(name), line -> {})) {
            return run.train(listener);
        }
    }

    private List<ObjectNode> measured(String name) throws IOException {
        return JsonLines.read(new RunFolder(folder.resolve(name)).events()).stream()
                .filter(event -> event.has("sliced-wasserstein"))
                .toList();
    }

    private Map<String, StoredTensor> end(String name) throws IOException {
        return new RunFolder(folder.resolve(name))
                .checkpoints()
                .open(1280)
                .read()
                .tensors();
    }

    @Test
    void the_best_checkpoint_stays_beside_the_newest_and_both_are_told() throws IOException {
        Best best;
        try (Run run = Run.start(LINE, folder.resolve("run"), line -> {})) {
            run.train(new Listener() {});
            best = run.best().orElseThrow();
            assertThat(run.measures()).containsKey("sliced-wasserstein");
        }
        List<ObjectNode> measured = measured("run");
        assertThat(measured.stream().map(event -> event.path("imagesSeen").asLong()))
                .containsExactly(320L, 640L, 960L, 1280L);
        ObjectNode lowest = measured.stream()
                .min(Comparator.comparing(
                        event -> event.path("sliced-wasserstein").asDouble()))
                .orElseThrow();
        assertThat(best)
                .isEqualTo(new Best(
                        "sliced-wasserstein",
                        lowest.path("sliced-wasserstein").asDouble(),
                        lowest.path("imagesSeen").asLong()));
        RunFolder run = new RunFolder(folder.resolve("run"));
        assertThat(run.checkpoints().list()).contains(1280L, best.imagesSeen()).hasSizeLessThanOrEqualTo(2);
        try (TrainedGenerator generator = TrainedGenerator.openBest(run.path())) {
            assertThat(generator.imagesSeen()).isEqualTo(best.imagesSeen());
        }
    }

    @Test
    void measuring_changes_nothing_that_is_learned() throws IOException {
        train(LINE, "measured", new Listener() {});
        train(Plans.line(), "plain", new Listener() {});
        assertThat(end("measured")).isEqualTo(end("plain"));
    }

    @Test
    void a_resumed_run_measures_the_same_and_knows_its_best() throws IOException {
        train(LINE, "whole", new Listener() {});
        train(LINE, "parts", new Listener() {
            @Override
            public void stepped(Training training, Step step) {
                if (step.number() == 8) training.stop();
            }
        });
        Best best;
        try (Run run = Run.resume(folder.resolve("parts"), Optional.empty(), line -> {})) {
            run.train(new Listener() {});
            best = run.best().orElseThrow();
        }
        assertThat(end("parts")).isEqualTo(end("whole"));
        assertThat(Best.read(new RunFolder(folder.resolve("whole")))).contains(best);
        assertThat(values("parts")).isEqualTo(values("whole"));
    }

    private List<String> values(String name) throws IOException {
        return measured(name).stream()
                .map(event -> event.path("imagesSeen") + ": " + event.path("sliced-wasserstein"))
                .toList();
    }

    @Test
    void training_ends_when_patience_is_over() throws IOException {
        Plan still = Plans.with(
                LINE,
                "generator.optimizer.learningRate=0",
                "discriminator.optimizer.learningRate=0",
                "metrics.patience=640");
        assertThat(train(still, "still", new Listener() {})).isEqualTo(Ending.PATIENCE);
        List<ObjectNode> measured = measured("still");
        assertThat(measured).hasSize(3);
        assertThat(measured.get(2).path("imagesSeen").asLong()).isEqualTo(960);
        assertThat(measured.get(2).path("ending").asText()).isEqualTo("patience");
        assertThat(Best.read(new RunFolder(folder.resolve("still")))
                        .orElseThrow()
                        .imagesSeen())
                .isEqualTo(320);
    }

    @Test
    void images_are_measured_by_their_extractor() throws IOException {
        Plan plan = Plans.with(
                Plans.images(),
                "metrics={names: [kid, coverage], every: {images: 80}, count: 50, extractor: random-convolution}");
        train(plan, "images", new Listener() {});
        List<ObjectNode> events = JsonLines.read(new RunFolder(folder.resolve("images")).events());
        assertThat(events.get(events.size() - 1).has("kernel-distance")).isTrue();
        assertThat(events.get(events.size() - 1).has("coverage")).isTrue();
    }

    @Test
    void a_plan_that_cannot_be_measured_is_refused_before_anything_is_written() {
        refused("metrics.names=[beauty]", "unknown metric 'beauty'; known metrics: ");
        refused("metrics.names=[memorisation]", "metrics.best: of memorisation neither more nor less is better");
        refused("metrics={names: [fid], best: kid}", "metrics.best must be one of metrics.names [fid], got 'kid'");
        refused("metrics.patience=5", "metrics.names is missing");
        refused("metrics.names=[]", "metrics.names must have at least one metric, got none");
        refused("metrics.names=[fid, kid, FID]", "metrics.names must name each metric once, got [fid, kid, FID]");
        refused(
                "metrics.names=[psnr]",
                "'psnr' is a metric of restored images, not of generated samples; known metrics: ");
        for (String extractor : List.of("classifier", "pixels", "random-convolution", "x.pt"))
            refused(
                    "metrics={names: [fid], extractor: " + extractor + "}",
                    "metrics.extractor must be auto, since points are compared by their coordinates; got '" + extractor
                            + "'");
        refused("metrics={names: [ms-ssim, fid], best: fid}", "ms-ssim looks at images, these are points");
        assertThatThrownBy(() -> TrainedGenerator.openBest(folder)).isInstanceOf(IOException.class);
    }

    private void refused(String setting, String message) {
        Path run = folder.resolve("refused");
        assertThatThrownBy(() -> {
                    Plan plan = Plans.with(Plans.line(), setting);
                    try (Run started = Run.start(plan, run, line -> {})) {
                        started.train(new Listener() {});
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(run).doesNotExist();
    }
}
