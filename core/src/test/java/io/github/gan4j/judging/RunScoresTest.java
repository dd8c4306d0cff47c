package io.github.gan4j.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Better;
import io.github.gan4j.metrics.ConfidenceInterval;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.Judgement;
import io.github.gan4j.metrics.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunScoresTest {
    private static final Optional<ConfidenceInterval> INTERVAL = Optional.of(new ConfidenceInterval(1, 3, "by hand"));

    @TempDir
    Path path;

    RunFolder run;

    @BeforeEach
    void write() throws IOException {
        run = new RunFolder(path);
        Files.writeString(run.plan(), "metrics: {names: [precision-recall, fid], count: 300, extractor: pixels}\n");
        StringBuilder events = new StringBuilder();
        for (int i = 1; i <= 5000; i++) {
            events.append("{\"imagesSeen\":").append(i).append(",\"line\":\"a: b\"");
            if (i % 7 == 0) events.append(",\"diversity\":0.5,\"clusterDistance\":0.5");
            // as many keys as the line before, and not the last of anything
            if (i % 50 == 0 && i <= 4000)
                events.append(",\"recall\":0.25,\"precision\":").append(i / 8000.0);
            events.append(i == 20 ? ",\"frechet-distance\":7.5}\n" : "}\n");
        }
        Files.writeString(run.events(), events);
    }

    private static Evaluation evaluation(long images, double value) {
        Score score = new Score("frechet-distance", value, Better.LOWER, 90, 80, INTERVAL, List.of());
        Score floor = new Score("frechet-distance", 0.5, Better.LOWER, 45, 45, Optional.empty(), List.of());
        return new Evaluation(
                "a run",
                "digits",
                "2",
                "half",
                "eye",
                "1",
                List.of(new Judgement(score, floor)),
                List.of(),
                Optional.of(Provenance.here().withChecksum("checkpoints/%09d.safetensors".formatted(images), "abc")));
    }

    private RunScores scores() throws IOException {
        EventLog log = new EventLog(run.events());
        log.look(0);
        return RunScores.of(run, log.latest());
    }

    private RunScores.KnownScore known(String name) throws IOException {
        return scores().scores().stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void scores_are_the_last_ones_of_the_training_in_the_order_of_the_metrics() throws IOException {
        assertThat(scores().scores())
                .extracting(RunScores.KnownScore::name)
                .containsExactly("frechet-distance", "precision", "recall");
        assertThat(known("precision").value()).isEqualTo(0.5);
        assertThat(known("precision").imagesSeen()).isEqualTo(4000);
        assertThat(known("recall").better()).contains(Better.HIGHER);
        assertThat(known("frechet-distance").imagesSeen()).isEqualTo(20);
        assertThat(known("precision").samples()).isEqualTo(300);
        assertThat(known("precision").measuredHow()).isEqualTo(known("recall").measuredHow());
    }

    @Test
    void the_evaluation_of_the_newest_checkpoint_takes_their_place() throws IOException {
        KeptEvaluations kept = new KeptEvaluations(run);
        kept.keep(evaluation(400, 2));
        kept.keep(evaluation(300, 9));
        RunScores.KnownScore score = known("frechet-distance");
        assertThat(score.value()).isEqualTo(2);
        assertThat(score.imagesSeen()).isEqualTo(400);
        assertThat(score.interval()).isEqualTo(INTERVAL);
        assertThat(score.floor()).contains(0.5);
        assertThat(score.evaluated()).isTrue();
        assertThat(score.measuredHow()).isNotEqualTo(known("precision").measuredHow());
        kept.keep(evaluation(400, 2.5));
        assertThat(known("frechet-distance").value()).isEqualTo(2.5);
        assertThat(run.evaluated()).containsExactly(300L, 400L);
    }

    @Test
    void what_cannot_be_read_is_said_and_hides_nothing_else() throws IOException {
        Files.createDirectories(run.evaluations());
        Files.writeString(run.evaluation(100), "{\"about\": 3}");
        assertThat(scores().scores()).hasSize(3);
        assertThat(scores().unreadable()).contains("000000100.json: ");
        Files.delete(run.evaluation(100));
        Files.createSymbolicLink(run.evaluation(100), run.plan());
        assertThat(scores().unreadable()).contains("links are not followed");
        Files.delete(run.plan());
        assertThat(scores().scores()).isEmpty();
    }

    @Test
    void an_evaluation_of_samples_of_no_checkpoint_is_not_kept() throws IOException {
        Evaluation foreign = evaluation(1, 2).with(found -> Provenance.here());
        new KeptEvaluations(run).keep(foreign);
        assertThat(run.evaluations()).doesNotExist();
    }
}
