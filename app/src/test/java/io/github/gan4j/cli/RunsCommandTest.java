package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that start from others, and runs listed, compared and as tables. */
class RunsCommandTest {
    @TempDir
    static Path runs;

    @BeforeAll
    static void train_runs() throws IOException {
        assertThat(Tiny.train("strokes", runs.resolve("a"), "--json").code()).isZero();
        Shell from = Tiny.train(
                "strokes",
                runs.resolve("b"),
                "--seed",
                "2",
                "--from",
                runs.resolve("a").toString());
        assertThat(from.err()).contains("started from the weights of " + runs.resolve("a"));
        assertThat(from.code()).isZero();
        Files.createDirectories(runs.resolve("broken"));
        Files.writeString(runs.resolve("broken/plan.yaml"), "nonsense: 1\n");
        Files.createDirectories(runs.resolve("other"));
    }

    @Test
    void without_a_folder_of_runs_it_is_said_where_one_comes_from() {
        Shell none = Shell.run("runs", "list", runs.resolve("none").toString());
        assertThat(none.err())
                .startsWith("gan4j: " + runs.resolve("none") + ": no such folder; gan4j train makes")
                .hasLineCount(1);
        assertThat(none.code()).isEqualTo(1);
    }

    private static ObjectNode json(Shell shell) throws IOException {
        assertThat(shell.code()).as(shell.err()).isZero();
        return Json.parse(shell.out().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void training_can_end_with_a_summary_as_json_and_nothing_else_on_the_standard_output() throws IOException {
        ObjectNode summary = json(Tiny.train("strokes", runs.resolve("c"), "--json"));
        assertThat(summary.path("state").asText()).isEqualTo("finished");
        assertThat(summary.path("imagesSeen").asLong()).isEqualTo(32);
        assertThat(summary.path("folder").asText()).isEqualTo(runs.resolve("c").toString());
        ObjectNode longer = json(Shell.run(
                "resume", runs.resolve("c").toString(), "--images", "40", "--set", "record.keep=9", "--json"));
        assertThat(longer.path("imagesSeen").asLong()).isEqualTo(40);
        assertThat(runs.resolve("c/plan.yaml")).content().contains("keep: 9");
    }

    @Test
    void a_resumed_run_refuses_what_is_learned_and_a_branch_takes_it() throws IOException {
        String a = runs.resolve("a").toString();
        Shell refused = Shell.run("resume", a, "--set", "objective=hinge");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("gan4j train --branch " + a + " --set ...");
        Path out = runs.resolve("d");
        ObjectNode branch = json(Shell.run(
                "train",
                "--branch",
                a + "@32",
                "--images",
                "48",
                "--set",
                "objective=hinge",
                "--out",
                out.toString(),
                "--json"));
        assertThat(branch.path("imagesSeen").asLong()).isEqualTo(48);
        assertThat(branch.at("/lineage/0").asText()).startsWith("branch of " + a + " at 32 images with ");
        Shell preset = Shell.run("train", "strokes", "--branch", a);
        assertThat(preset.code()).isEqualTo(2);
        assertThat(preset.err()).contains("leave out the preset");
        assertThat(Shell.run("train", "--from-matching").err()).contains("--from-matching needs --from");
    }

    @Test
    void a_file_that_does_not_fit_is_a_wrong_plan_and_one_that_is_missing_a_failure() {
        Shell other = Tiny.train(
                "strokes",
                runs.resolve("no"),
                "--from",
                runs.resolve("a").toString(),
                "--set",
                "generator.network.width=3");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("do not fit: generator.0.weight").contains("--from-matching");
        Shell taken = Tiny.train(
                "strokes",
                runs.resolve("matching"),
                "--from",
                runs.resolve("a").toString(),
                "--from-matching",
                "--set",
                "generator.network.width=3");
        assertThat(taken.code()).isZero();
        assertThat(taken.err()).contains("newly initialised: generator.0.weight");
        assertThat(Tiny.train("strokes", runs.resolve("no"), "--from", "nowhere")
                        .code())
                .isEqualTo(1);
        assertThat(runs.resolve("no")).doesNotExist();
    }

    @Test
    void tags_and_notes_are_listed_and_a_damaged_file_hides_no_run() throws IOException {
        Path noted = Files.createDirectories(runs.resolve("noted/a")).getParent();
        Files.copy(runs.resolve("a/plan.yaml"), noted.resolve("a/plan.yaml"));
        Files.writeString(noted.resolve("a/notes.json"), "{\"note\": \"n\", \"tags\": [\"one\", \"two\"]}");
        Files.createDirectories(noted.resolve("b"));
        Files.copy(runs.resolve("a/plan.yaml"), noted.resolve("b/plan.yaml"));
        Files.writeString(noted.resolve("b/notes.json"), "nonsense");
        assertThat(Shell.run("runs", "list", noted.toString()).out()).contains("tags", "one two");
        ObjectNode list = json(Shell.run("runs", "list", noted.toString(), "--json"));
        assertThat(list.at("/runs/1/tags").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(list.at("/runs/1/note").asText()).isEqualTo("n");
        assertThat(list.at("/runs/0/notesTrouble").asText()).startsWith("notes.json: ");
        Files.delete(noted.resolve("a/plan.yaml"));
        Files.delete(noted.resolve("b/plan.yaml"));
    }

    @Test
    void runs_are_listed_as_a_table_and_as_json() throws IOException {
        Shell table = Shell.run("runs", "list", runs.toString());
        assertThat(table.out().lines())
                .anySatisfy(line -> assertThat(line).matches("a +strokes +finished +32 +0:0\\d"));
        assertThat(table.out()).contains("broken").doesNotContain("other");
        ObjectNode list = json(Shell.run("runs", "list", runs.toString(), "--json"));
        assertThat(list.path("runs"))
                .anySatisfy(card -> assertThat(card.path("name").asText() + " "
                                + card.path("state").asText())
                        .isEqualTo("broken broken"))
                .anySatisfy(card -> assertThat(card.path("name").asText() + " "
                                + card.path("state").asText())
                        .isEqualTo("a finished"));
        assertThat(Shell.run("runs", "list", runs.resolve("none").toString()).code())
                .isEqualTo(1);
    }

    @Test
    void runs_are_compared_by_their_latest_numbers_and_the_differences_of_their_plans() throws IOException {
        String a = runs.resolve("a").toString(), b = runs.resolve("b").toString();
        Shell table = Shell.run("runs", "compare", a, b);
        assertThat(table.out().lines())
                .anySatisfy(line -> assertThat(line).matches("seed +1 +2"))
                .anySatisfy(line -> assertThat(line).matches("imagesSeen +32 +32"))
                .anySatisfy(line -> assertThat(line).startsWith("generatorLoss"))
                .noneSatisfy(line -> assertThat(line).startsWith("batchSize"));
        ObjectNode comparison = json(Shell.run("runs", "compare", a, b, "--json"));
        assertThat(comparison.at("/runs/1/name").asText()).isEqualTo("b");
        assertThat(comparison.path("plans"))
                .anySatisfy(row -> assertThat(row.path("key").asText()).isEqualTo("start.from"));
    }

    @Test
    void events_are_written_as_csv_with_a_column_for_every_field() throws IOException {
        Path run = runs.resolve("a");
        Shell csv = Shell.run("runs", "events", run.toString(), "--csv");
        List<String> lines = csv.out().lines().toList();
        List<ObjectNode> events = JsonLines.read(run.resolve("events.jsonl"));
        assertThat(lines).hasSize(events.size() + 1);
        assertThat(lines.get(0)).startsWith("step,imagesSeen,seconds,").contains("players.generator.loss");
        assertThat(lines.get(1).split(",")[1])
                .isEqualTo(events.get(0).path("imagesSeen").asText());
        assertThat(json(Shell.run("runs", "events", run.toString(), "--json")).path("events"))
                .hasSize(events.size());
        assertThat(Shell.run("runs", "events", run.toString(), "--json", "--csv")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void presets_and_data_are_described_as_json() throws IOException {
        assertThat(json(Shell.run("presets", "--json")).at("/presets/0/name").asText())
                .isEqualTo("strokes");
        ObjectNode raced = json(Shell.run(
                "tune",
                "gaussian-1d",
                "--vary",
                "batchSize=[32,64]",
                "--seeds",
                "1",
                "--minutes",
                "0.05",
                "--threads",
                "1",
                "--out",
                runs.resolve("race").toString(),
                "--json"));
        assertThat(raced.path("candidates")).isNotEmpty();
        assertThat(raced.path("lead").asText()).isNotBlank();
    }
}
