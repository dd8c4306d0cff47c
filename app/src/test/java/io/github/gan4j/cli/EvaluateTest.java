package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.metrics.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {
    @TempDir
    static Path folder;

    private static Path run;
    private static Path points;
    private static Path reals;

    @BeforeAll
    static void train() {
        run = folder.resolve("run");
        points = folder.resolve("points");
        reals = folder.resolve("reals");
        String metrics = "metrics={names: [kid], count: 20, extractor: random-convolution}";
        Shell trained = Tiny.train("strokes", run, "--set", metrics);
        assertThat(trained.code()).isZero();
        assertThat(trained.out())
                .containsPattern("\nkernel-distance \\(KID\\) [\\d.]+\n")
                .containsPattern(
                        "\nbest       kernel-distance \\(KID\\) [\\d.]+ after 32 images \\(gan4j sample .*run --best\\)\n");
        assertThat(Tiny.points(points).code()).isZero();
        Shell each = Shell.run("sample", run.toString(), "--seeds", "100-219", "--each", reals.toString());
        assertThat(each.code()).isZero();
    }

    private static Shell evaluate(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "evaluate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Shell.run(all);
    }

    @Test
    void a_run_is_judged_against_images_with_a_table_and_a_picture() throws IOException {
        Path picture = folder.resolve("neighbours.png");
        Shell shell = evaluate(
                run.toString(),
                "--against",
                reals.toString(),
                "--metrics",
                "kid,coverage",
                "--neighbours",
                picture.toString());
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .startsWith(run + " after 32 images, samples of seeds 0 to 59\n")
                .contains(
                        "against    120 images, 16x16 grey, unlabelled (60 of 120 images, drawn with seed 0; floor: 60"
                                + " others of them)\n")
                .contains("extractor  random-convolution, hash ")
                .containsPattern("(?m)^kernel-distance \\(KID\\) .* 60 / 60$")
                .containsPattern("(?m)^coverage .* 60 / 60$");
        assertThat(ImageFile.read(picture).width()).isGreaterThan(9 * 32);
    }

    @Test
    void the_best_checkpoint_is_judged_and_sampled_where_a_run_knows_it() {
        Shell judged =
                evaluate(run.toString(), "--best", "--against", reals.toString(), "--metrics", "kid", "--count", "20");
        assertThat(judged.code()).isZero();
        assertThat(judged.out()).startsWith(run + " after 32 images, samples of seeds 0 to 19\n");
        Path picture = folder.resolve("best.png");
        assertThat(Shell.run("sample", run.toString(), "--best", "--out", picture.toString())
                        .code())
                .isZero();
        assertThat(evaluate(points.toString(), "--best").err())
                .isEqualTo("gan4j: " + points
                        + ": has no best checkpoint recorded; train with --set metrics.names=[frechet-distance]\n");
    }

    /** A run learns from all images of a folder, those too that its classifiers are graded by. */
    @Test
    void neighbours_are_looked_for_among_all_images_that_a_run_has_learned_from() throws IOException {
        Path picture = folder.resolve("copies.png");
        Shell shell = evaluate(
                reals.toString(),
                "--against",
                reals.toString(),
                "--extractor",
                "pixels",
                "--metrics",
                "kid",
                "--neighbours",
                picture.toString());
        assertThat(shell.code()).as(shell.err()).isZero();
        Picture drawn = ImageFile.read(picture);
        int tile = 32, step = tile + 2;
        for (int row = 0; row < 10; row++)
            assertThat(Pictures.cropped(drawn, 2 + 2 * step, 2 + row * step, tile, tile))
                    .isEqualTo(Pictures.cropped(drawn, 2, 2 + row * step, tile, tile));
    }

    @Test
    void two_evaluations_as_json_are_compared_or_refused() throws IOException {
        Path one = json("one.json", run.toString(), "--against", reals.toString(), "--count", "30");
        Path same = json("same.json", reals.toString(), "--against", reals.toString(), "--count", "30");
        Path fewer = json("fewer.json", reals.toString(), "--against", reals.toString(), "--count", "20");
        assertThat(Evaluation.read(one).judgement("kernel-distance")).isPresent();
        Shell compared = evaluate("--compare", one.toString(), same.toString());
        assertThat(compared.code()).isZero();
        assertThat(compared.out()).startsWith("first      " + run).contains("\nkernel-distance (KID) ");
        assertThat(evaluate("--compare", one.toString(), same.toString(), "--json")
                        .err())
                .isEqualTo("gan4j: --json has no effect with --compare, which compares two results as they are\n");
        Shell refused = evaluate("--compare", one.toString(), fewer.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "gan4j: these two cannot be compared: different counts for kernel-distance: 30 fakes with 30 reals"
                                + " and 20 fakes with 20 reals\n");
    }

    private static Path json(String name, String... arguments) throws IOException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--json";
        all[arguments.length + 1] = "--metrics";
        all[arguments.length + 2] = "kid";
        Shell shell = evaluate(all);
        assertThat(shell.code()).isZero();
        return Files.writeString(folder.resolve(name), shell.out());
    }

    @Test
    void points_are_judged_by_their_distribution() {
        Shell shell = evaluate(points.toString(), "--count", "200");
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("extractor  coordinates").containsPattern("(?m)^wasserstein .* 200$");
        assertThat(evaluate(points.toString(), "--against", reals.toString()).err())
                .isEqualTo(
                        "gan4j: this run makes points, which are compared with their own distribution: --against is for"
                                + " images\n");
        Shell refused = evaluate(points.toString(), "--extractor", "classifier");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "gan4j: --extractor must be auto, since points are compared by their coordinates; got 'classifier'\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN --against REALS --count 60 |",
                "RUN --against REALS --count 61 | scoring 60 samples instead of 61: of the 120 images, 16x16 grey, unlabelled,"
                        + " half are needed for the floor",
                "REALS --against REALS --count 999 | scoring 60 samples instead of 999: of the 120 images, 16x16 grey,"
                        + " unlabelled, half are needed for the floor"
            })
    void where_there_are_fewer_samples_than_asked_for_it_is_said(String arguments, String notice) {
        Shell shell = evaluate((named(arguments) + " --metrics fid --extractor pixels").split(" "));
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.err().lines().filter(line -> line.contains("instead of")))
                .containsExactlyElementsOf(notice == null ? List.of() : List.of("gan4j: " + notice));
        assertThat(shell.out()).containsPattern("(?m)^fid.* 60$|^frechet.* 60$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | RUN --count 1 | --count must be at least 2, got 1",
                "2 | REALS | REALS is not a run folder; to evaluate the images in it, name the real ones with --against DATA",
                "2 | REALS --against REALS --best | REALS is not a run folder; only a run has a best checkpoint (--best)",
                "2 | RUN --compare NONE NONE | --compare excludes a run, --against, --neighbours and --best; it compares two results as they are",
                "1 | NONE --against REALS | NONE: no such file or folder",
                "1 | RUN --against NONE | NONE: no such file or folder",
                "2 | RUN --neighbours a.jpg | --neighbours must end in .png, got 'a.jpg'",
                "1 | --compare NONE NONE | NONE: no such file or folder",
                "2 | --compare NONE | option '--compare' at index 0 (FILE.json) requires at least 2 values, but only 1 were specified: [NONE]"
            })
    void what_cannot_be_is_said_in_one_line(int code, String arguments, String message) {
        Shell shell = evaluate(named(arguments).split(" "));
        assertThat(shell.err()).isEqualTo("gan4j: " + named(message) + "\n");
        assertThat(shell.code()).isEqualTo(code);
    }

    private static String named(String text) {
        return text.replace("RUN", run.toString())
                .replace("REALS", reals.toString())
                .replace("NONE", folder.resolve("none").toString());
    }
}
