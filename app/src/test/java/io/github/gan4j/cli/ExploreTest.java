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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that look at a trained generator, on a tiny one. */
class ExploreTest {
    @TempDir
    static Path folder;

    private static String run;

    @BeforeAll
    static void train() {
        run = folder.resolve("run").toString();
        assertThat(Tiny.train("strokes", Path.of(run)).code()).isZero();
    }

    private static Shell works(String verb, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = verb;
        arguments[1] = run;
        System.arraycopy(options, 0, arguments, 2, options.length);
        Shell shell = Shell.run(arguments);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        return shell;
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
                .matches("from frame to frame pixels change by 0\\.\\d{4} of black to white \\(median\\);"
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
                        "brightness was found from 200 samples", "\n  -2  0.", "\n  +2  0.", "correlation of step and");
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
}
