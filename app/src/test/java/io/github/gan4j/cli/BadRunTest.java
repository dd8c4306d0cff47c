package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.FolderLock;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
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
    private static final String POINTS =
            ": its generator makes points, not images; gan4j sample writes them as a table";

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
    @ValueSource(strings = {"--each pictures", "--grid 2x2", "--columns 3"})
    void points_are_no_pictures_to_arrange(String option) {
        Shell sample = Shell.run(("sample " + points + " " + option).split(" "));
        assertThat(sample.err())
                .isEqualTo(
                        "gan4j: --each, --grid and --columns are for images; this generator makes points, written as a table"
                                + System.lineSeparator());
        assertThat(sample.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sample | --seeds a | invalid value for option '--seeds': must be like 7 or 1,5,9 or 0-79, got 'a'",
                "sample | --seeds 5-1 | invalid value for option '--seeds': must be ascending, got '5-1'",
                "sample | --seeds 0-999999 | invalid value for option '--seeds': must be at most 100000 seeds, got '0-999999'",
                "sample | --columns 0 | --columns must be at least 1, got 0",
                "sample | --columns x | invalid value for option '--columns': must be a whole number, got 'x'",
                "sample | --out picture.jpg | --out must end in .png, got 'picture.jpg'",
                "walk | --seeds 4 | --seeds must name 2 samples or more, got 1",
                "walk | --frames 1 | --frames must be between 2 and 2000, got 1",
                "walk | --frames 3 | --frames must be at least as many as the 5 samples to walk through, got 3",
                "walk | --way home | invalid value for option '--way': must be one of spherical, linear; got 'home'",
                "walk | --out walk.png | --out must end in .gif, got 'walk.png'",
                "walk | --strip 1 | --strip must be between 2 and 100, got 1",
                "walk | --pace wild | invalid value for option '--pace': must be one of even, steady; got 'wild'",
                "walk | --latents none.json | none.json: no such file",
                "sample | --grid 3 | invalid value for option '--grid': must be rows x columns, as in 8x10, each 1 to 999; got '3'",
                "sample | --grid 2x2 --seeds 0-4 | --grid 2x2 has room for 4 samples, got 5",
                "sample | --count 0 | --count must be between 1 and 100000, got 0",
                "sample | --count 3 --seeds 1 | --count excludes --seeds and --latents; give one of them",
                "sample | --truncation 3 | --truncation must be between 0.0 and 2.0, got 3.0",
                "mix | --minus a --plus 2 | invalid value for option '--minus' (CONCEPT): must be seeds like 7 or 1,5,9, a file of latents (.json), most:MEASURE, least:MEASURE or class:NAME; got 'a'",
                "mix | --spread 3 | mix needs either --plus and --minus, as in --plus 12,40,7 --minus 3,9,1, or --direction, as in --direction slant",
                "mix | --plus 1 --direction slant | mix needs either --plus and --minus, as in --plus 12,40,7 --minus 3,9,1, or --direction, as in --direction slant",
                "mix | --direction beauty | unknown measure 'beauty'; known measures: brightness, contrast, warmth, sidelight, symmetry, smile, ink, thickness, slant, proportion",
                "mix | --direction warmth | warmth is measured on colour images, got 16x16 grey",
                "mix | --direction class:7 | class:7 needs a classifier: add --classifier FILE",
                "mix | --plus class:7 | class:7 needs a classifier: add --classifier FILE",
                "mix | --plus 1 --classifier none.json | none.json: no such file",
                "mix | --plus most:beauty | unknown measure 'beauty'; known measures: brightness, contrast, warmth, sidelight, symmetry, smile, ink, thickness, slant, proportion",
                "mix | --plus 1 --samples 5 | --samples must be between 100 and 100000, got 5",
                "mix | --plus 1 --spread -1 | --spread must be between 0.0 and 10.0, got -1.0",
                "mix | --direction slant --steps 0 | --steps must be between 1 and 50, got 0",
                "mix | --direction slant --by luck | invalid value for option '--by': must be one of ridge, deciles; got 'luck'",
                "mix | --plus 1 --out mix.gif | --out must end in .png, got 'mix.gif'",
                "project | a.png --steps 0 | --steps must be between 1 and 100000, got 0",
                "project | a.png --starts 2 | --starts must be between 8 and 100000, got 2",
                "project | a.png --out a.jpg | --out must end in .png, got 'a.jpg'",
                "resume | --minutes 0 | --minutes must be above 0, got 0",
                "resume | --images -5 | --images must be at least 1, got -5",
            })
    void wrong_options_are_one_line(String verb, String options, String message) {
        fails(message.endsWith("no such file") ? 1 : 2, message, verb, "run", options.split(" "));
    }

    @Test
    void what_is_no_image_is_not_projected() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "hello");
        Path picture = folder.resolve("dot.png");
        ImageFile.writePng(picture, new Picture(1, 1, 1, new byte[1]));
        fails(1, text + ": is text, not an image", "project", "run", text.toString());
        fails(1, "none.png: no such file or folder", "project", "run", "none.png");
        fails(2, points + POINTS, "project", "points", picture.toString());
        fails(2, points + POINTS, "mix", "points", "--plus", "1");
        assertThat(Shell.run("project", run.toString()).err()).startsWith("gan4j: missing required parameter: 'IMAGE'");
    }

    @Test
    void points_are_not_walked_through_but_written_as_a_table() throws IOException {
        fails(2, points + POINTS, "walk", "points");
        Shell sample = Shell.run("sample", points.toString(), "--seeds", "4,2");
        assertThat(sample.code()).isZero();
        assertThat(Files.readAllLines(points.resolve("sample.csv")))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).isEqualTo("seed,x1"))
                .satisfies(lines -> assertThat(lines.get(1)).matches("4,-?\\d.*"));
        fails(2, "--out must end in .csv, got 'points.png'", "sample", "points", "--out", "points.png");
    }

    @Test
    void places_that_cannot_be_written_are_named() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        fails(1, file + ": exists and is not a folder", "sample", "run", "--out", file + "/a.png");
        fails(1, file + ": exists and is not a folder", "sample", "run", "--each", file.toString());
        fails(1, file + ": exists and is not a folder", "walk", "run", "--out", file + "/a.gif");
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
        Files.writeString(plan, written.replace("seed: 1", "seed: 7").replace("batchSize: 8", "batchSize: 16"));
        fails(
                1,
                other.resolve("checkpoints/000000032.safetensors")
                        + ": belongs to another plan (seed: 1 -> 7; batchSize: 8 -> 16); put the plan back or start a new run",
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
