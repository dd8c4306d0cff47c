package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verbs that look at a trained generator, on a tiny one. */
class ExploreTest {
    @TempDir
    static Path folder;

    private static String run;
    private static String conditional;

    @BeforeAll
    static void train() {
        run = folder.resolve("run").toString();
        conditional = folder.resolve("conditional").toString();
        assertThat(Tiny.train("strokes", Path.of(run)).code()).isZero();
        assertThat(Tiny.train("mnist-conditional", Path.of(conditional), "--data", "strokes")
                        .code())
                .isZero();
    }

    private static Shell works(String verb, String... options) {
        return worksOn(run, verb, options);
    }

    private static Shell worksOn(String run, String verb, String... options) {
        Shell shell = runs(run, verb, options);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        return shell;
    }

    private static Shell runs(String run, String verb, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = verb;
        arguments[1] = run;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Shell.run(arguments);
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    private static ObjectNode json(String name) throws IOException {
        return Json.parse(Files.readAllBytes(file(name)));
    }

    @Test
    void a_grid_has_the_rows_and_columns_asked_for() throws IOException {
        works("sample", "--grid", "2x3", "--out", file("grid.png").toString());
        Picture grid = ImageFile.read(file("grid.png"));
        assertThat(grid.width()).isEqualTo(2 + 3 * 34);
        assertThat(grid.height()).isEqualTo(2 + 2 * 34);
        works(
                "sample",
                "--count",
                "6",
                "--columns",
                "3",
                "--out",
                file("count.png").toString());
        assertThat(ImageFile.read(file("count.png"))).isEqualTo(grid);
    }

    @Test
    void full_truncation_makes_all_samples_the_same() throws IOException {
        works(
                "sample",
                "--count",
                "2",
                "--truncation",
                "0",
                "--each",
                file("same").toString());
        works("sample", "--count", "2", "--each", file("different").toString());
        assertThat(each("same/000001.png")).isEqualTo(each("same/000000.png"));
        assertThat(each("different/000001.png")).isNotEqualTo(each("different/000000.png"));
    }

    private static Picture each(String name) throws IOException {
        return ImageFile.read(file(name));
    }

    @Test
    void a_walk_tells_how_even_it_is() throws IOException {
        Shell walk = works("walk", "--seeds", "1,2,3", "--frames", "20", "--strip", "4");
        assertThat(walk.out().lines().toList().get(1))
                .matches("pixels change by 0\\.\\d{4} of black to white per frame \\(median\\);"
                        + " the largest step is [12]\\.\\d\\d times that");
        assertThat(ImageFile.read(Path.of(run, "walk.png")).width()).isEqualTo(2 + 4 * 34);
        works("walk", "--way", "linear", "--pace", "steady", "--open", "--frames", "6");
    }

    @Test
    void arithmetic_writes_a_figure_and_a_latent_that_other_verbs_take() throws IOException {
        Path figure = file("new/sum.png");
        works(
                "mix",
                "--plus",
                "1,2,3",
                "--minus",
                "4,5,6",
                "--plus",
                "most:ink",
                "--samples",
                "100",
                "--out",
                figure.toString());
        assertThat(ImageFile.read(figure).width()).isGreaterThan(6 * 34);
        assertThat(json("new/sum.json").path("latents").get(0)).hasSize(64);
        String latent = file("new/sum.json").toString();
        works(
                "sample",
                "--latents",
                latent,
                "--seeds",
                "7",
                "--each",
                file("sum").toString());
        assertThat(file("sum/latent-000000.png")).exists();
        assertThat(file("sum/000007.png")).exists();
        works("walk", "--latents", latent, "--seeds", "7", "--frames", "4");
        works("mix", "--plus", latent, "--minus", "7");
    }

    @Test
    void samples_are_moved_along_what_is_measured() throws IOException {
        Path figure = file("brighter.png");
        Shell mix = works(
                "mix",
                "--direction",
                "brightness",
                "--hold",
                "slant",
                "--samples",
                "200",
                "--steps",
                "2",
                "--seeds",
                "0-2",
                "--out",
                figure.toString());
        assertThat(mix.out())
                .contains(
                        "brightness was fitted on 200 samples", "\n  -2  0.", "\n  +2  0.", "correlation of step and");
        assertThat(ImageFile.read(figure).width()).isEqualTo(2 + 5 * 34);
        assertThat(ImageFile.read(figure).height()).isEqualTo(2 + 3 * 34);
        assertThat(json("brighter.json").path("means")).hasSize(5);
        assertThat(json("brighter.json").path("way")).hasSize(64);
        works("mix", "--direction", "brightness", "--by", "deciles", "--samples", "100", "--seeds", "1");
    }

    @Test
    void an_image_of_any_size_is_projected() throws IOException {
        works("sample", "--seeds", "3", "--each", file("own").toString());
        Path image = file("large.png");
        ImageFile.writePng(image, Pictures.toColour(each("own/000003.png").enlarged(3)));
        Path figure = file("project.png");
        Shell project =
                works("project", image.toString(), "--steps", "10", "--starts", "20", "--out", figure.toString());
        assertThat(project.out())
                .contains(
                        "step 10 of 10: error 0.", "this image 0.", "a sample of this generator 0.", "the mean of its");
        assertThat(ImageFile.read(figure).width()).isEqualTo(2 + 3 * 130);
        assertThat(json("project.json").path("error").asDouble())
                .isLessThan(json("project.json").path("errorOfMean").asDouble());
        works("sample", "--latents", file("project.json").toString());
    }

    @Test
    void classes_are_asked_for_by_name_or_number() throws IOException {
        worksOn(
                conditional,
                "sample",
                "--labels",
                "all",
                "--grid",
                "10x3",
                "--out",
                file("all.png").toString());
        Picture all = ImageFile.read(file("all.png"));
        assertThat(all.width()).isEqualTo(2 + 3 * 34);
        assertThat(all.height()).isEqualTo(2 + 10 * 34);
        Shell few = worksOn(
                conditional,
                "sample",
                "--labels",
                "3,7-9",
                "--seeds",
                "5",
                "--each",
                file("few").toString());
        assertThat(few.out()).startsWith("4 samples");
        for (String name : new String[] {"3", "7", "8", "9"})
            assertThat(file("few/" + name + "-000005.png")).exists();
        assertThat(each("few/3-000005.png")).isNotEqualTo(each("few/9-000005.png"));
        worksOn(conditional, "sample", "--seeds", "3,5", "--each", file("turns").toString());
        worksOn(conditional, "sample", "--seeds", "5", "--each", file("alone").toString());
        worksOn(
                conditional,
                "sample",
                "--seeds",
                "5",
                "--labels",
                "5",
                "--each",
                file("five").toString());
        assertThat(each("alone/000005.png"))
                .as("a seed has its class, whatever else is asked for")
                .isEqualTo(each("turns/000005.png"))
                .isEqualTo(each("five/5-000005.png"));
    }

    @Test
    void walks_mixtures_and_projections_keep_to_one_class() throws IOException {
        worksOn(conditional, "walk", "--label", "4", "--frames", "6");
        worksOn(conditional, "mix", "--label", "4", "--plus", "1,2");
        works("sample", "--seeds", "3", "--each", file("image").toString());
        String image = file("image/000003.png").toString();
        worksOn(conditional, "project", image, "--label", "4", "--steps", "3", "--starts", "8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conditional | sample --labels cat | --labels must be classes as in 3 or 0-9 or all, got 'cat'; the classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
                "conditional | sample --labels 5-10 | --labels must be classes as in 3 or 0-9 or all, got '5-10'; the classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
                "conditional | sample --labels all --grid 5x20 | --grid must have a row for each of the 10 classes, got 5x20",
                "conditional | walk --label 1,2 | --label must be one class by its name or number, got '1,2'; the classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
                "run | sample --seeds 1,1,2 --each x | --each names files after seeds and classes, and two would be x/000001.png",
                "run | sample --labels 3 | --labels: this generator is not class-conditional; train one that is, as with the preset mnist-conditional",
                "run | mix --label 3 --plus 1 | --label: this generator is not class-conditional; train one that is, as with the preset mnist-conditional",
            })
    void classes_that_there_are_not_are_one_line(String where, String words, String message) {
        String[] options = words.split(" ");
        Shell wrong = runs(
                where.equals("run") ? run : conditional, options[0], Arrays.copyOfRange(options, 1, options.length));
        assertThat(wrong.err()).isEqualTo("gan4j: " + message + System.lineSeparator());
        assertThat(wrong.code()).isEqualTo(2);
    }
}
