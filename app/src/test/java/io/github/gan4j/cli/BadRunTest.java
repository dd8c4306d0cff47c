package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs that take a run, given something else, or asked for what cannot be. */
class BadRunTest {
    @TempDir
    static Path folder;

    private static Path run;
    private static Path points;

    @BeforeAll
    static void train() {
        run = folder.resolve("run");
        points = folder.resolve("points");
        assertThat(Tiny.train("strokes", run).code()).isZero();
        assertThat(Tiny.points(points).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "walk", "resume"})
    void what_is_no_run_is_refused(String verb) throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file"), "");
        Path unborn = Files.createDirectories(folder.resolve("unborn"));
        Files.copy(run.resolve("plan.yaml"), Files.createDirectories(unborn).resolve(verb + ".yaml"));
        Files.deleteIfExists(unborn.resolve("plan.yaml"));
        Files.copy(run.resolve("plan.yaml"), unborn.resolve("plan.yaml"));
        fails(
                1,
                "missing: no such folder"
                        .replace("missing", folder.resolve("missing").toString()),
                verb,
                "missing");
        fails(1, empty + ": not a run folder (it has no plan.yaml)", verb, "empty");
        fails(1, file + ": not a run folder (it has no plan.yaml)", verb, "file");
        fails(1, unborn + ": has no checkpoints yet", verb, "unborn");
        Shell none = Shell.run(verb);
        assertThat(none.err()).startsWith("gan4j: missing required parameter: 'RUN'; see gan4j " + verb + " --help");
        assertThat(none.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sample | --seeds a | invalid value for option '--seeds': must be like 7 or 1,5,9 or 0-79, found 'a'",
                "sample | --seeds 5-1 | invalid value for option '--seeds': must go upwards, found '5-1'",
                "sample | --seeds 0-999999 | invalid value for option '--seeds': must be at most 100000 seeds, found '0-999999'",
                "sample | --columns 0 | --columns must be at least 1, found 0",
                "sample | --columns x | invalid value for option '--columns': must be a whole number, found 'x'",
                "sample | --out picture.jpg | --out must end in .png, found 'picture.jpg'",
                "walk | --seeds 4 | --seeds must name 2 samples or more, found 1",
                "walk | --frames 1 | --frames must be within 2 and 2000, found 1",
                "walk | --frames 3 | --frames must be at least as many as the 5 samples to walk through, found 3",
                "walk | --way home | --way must be spherical or linear, found 'home'",
                "walk | --out walk.png | --out must end in .gif, found 'walk.png'",
                "resume | --minutes 0 | --minutes must be above 0, found 0",
                "resume | --images -5 | --images must be at least 1, found -5",
            })
    void wrong_options_are_one_line_and_exit_code_two(String verb, String options, String message) {
        fails(2, message, verb, "run", options.split(" "));
    }

    @Test
    void points_are_not_walked_through_but_written_as_a_table() throws IOException {
        fails(
                2,
                points + ": its generator makes numbers, not images to walk through; gan4j sample writes them",
                "walk",
                "points");
        Shell sample = Shell.run("sample", points.toString(), "--seeds", "4,2");
        assertThat(sample.code()).isZero();
        assertThat(Files.readAllLines(points.resolve("sample.csv")))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).isEqualTo("seed,x1"))
                .satisfies(lines -> assertThat(lines.get(1)).matches("4,-?\\d.*"));
        fails(2, "--out must end in .csv, found 'points.png'", "sample", "points", "--out", "points.png");
    }

    @Test
    void places_that_cannot_be_written_are_named() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        fails(1, file + ": exists already and is not a folder", "sample", "run", "--out", file + "/a.png");
        fails(1, file + ": exists already and is not a folder", "sample", "run", "--each", file.toString());
        fails(1, file + ": exists already and is not a folder", "walk", "run", "--out", file + "/a.gif");
    }

    @Test
    void a_run_that_is_being_trained_is_looked_at_but_not_resumed() throws IOException {
        try (FolderLock training = FolderLock.take(run)) {
            fails(1, run + ": is being trained right now; wait until that ends, or stop it", "resume", "run");
            assertThat(Shell.run("sample", run.toString()).code()).isZero();
        }
        assertThat(Shell.run("resume", run.toString()).code()).isZero();
    }

    @Test
    void a_checkpoint_of_another_plan_is_refused_with_the_differences() throws IOException {
        Path other = folder.resolve("other");
        assertThat(Tiny.train("strokes", other).code()).isZero();
        Path plan = other.resolve("plan.yaml");
        String written = Files.readString(plan);
        Files.writeString(plan, written.replace("seed: 1", "seed: 7").replace("batch: 8", "batch: 16"));
        fails(
                1,
                other.resolve("checkpoints/000000032.safetensors")
                        + ": belongs to another plan (seed: 1 -> 7; batch: 8 -> 16); put the plan back or start a new run",
                "resume",
                "other");
        Files.writeString(plan, written.replace("width: 2", "width: 4"));
        fails(
                1,
                other.resolve("checkpoints/000000032.safetensors")
                        + ": has no generator.average.0.weight of shape [128, 64]; it belongs to another plan",
                "sample",
                "other");
    }

    private static void fails(int code, String message, String verb, String name, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of(verb, folder.resolve(name).toString()));
        arguments.addAll(List.of(options));
        Shell failed = Shell.run(arguments.toArray(String[]::new));
        assertThat(failed.err()).isEqualTo("gan4j: " + message + System.lineSeparator());
        assertThat(failed.out()).isEmpty();
        assertThat(failed.code()).isEqualTo(code);
    }
}
