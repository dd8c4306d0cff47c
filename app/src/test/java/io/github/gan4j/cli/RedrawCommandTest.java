package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedrawCommandTest {
    @TempDir
    static Path folder;

    private static Path run;
    private static Path image;

    @BeforeAll
    static void train() throws IOException {
        run = folder.resolve("run");
        image = folder.resolve("image.png");
        ImageFile.writePng(image, new Picture(40, 30, 3, new byte[3600]));
        Shell shell = Shell.run(
                "train",
                "strokes-redraw",
                "--images",
                "64",
                "--set",
                "threads=1",
                "--set",
                "data.size=16",
                "--set",
                "generator.network.width=4",
                "--set",
                "discriminator.network.width=4",
                "--set",
                "generator.input.encoded.network.width=4",
                "--set",
                "batchSize=16",
                "--set",
                "record.columns=2",
                "--out",
                run.toString());
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("use it     gan4j redraw " + run + " IMAGE\n");
    }

    private static Shell redraw(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "redraw";
        all[1] = run.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return Shell.run(all);
    }

    @Test
    void an_image_of_any_size_and_colour_is_drawn_as_the_classes_asked_for() throws IOException {
        Path out = folder.resolve("new/drawn.png");
        Shell shell = redraw(image.toString(), "--label", "3,8", "--out", out.toString());
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out()).isEqualTo("1 image redrawn as 3, 8: " + out + "\n");
        Picture drawn = ImageFile.read(out);
        assertThat(drawn.width()).as("three tiles in a row").isGreaterThan(2 * drawn.height());
    }

    @Test
    void each_redrawn_image_is_a_file_that_is_not_written_over() throws IOException {
        Path out = folder.resolve("each/drawn.png"), each = folder.resolve("each/files");
        String[] words = {image.toString(), "--label", "3,8", "--out", out.toString(), "--each", each.toString()};
        assertThat(redraw(words).code()).isZero();
        for (String name : List.of("image-3.png", "image-8.png"))
            assertThat(ImageFile.read(each.resolve(name)).width()).isEqualTo(16);
        Files.delete(out);
        assertThat(redraw(words).err())
                .contains(each.resolve("image-3.png") + " and 1 more exist already; --overwrite replaces them");
        assertThat(out).doesNotExist();
        assertThat(redraw(image.toString(), image.toString(), "--each", each + "2")
                        .err())
                .contains("--each names files after images, and two of them have the same name: image, image");
        assertThat(redraw("--each", each.toString()).err()).contains("--each writes redrawn images; give the images");
    }

    @Test
    void all_classes_are_drawn_when_none_is_named_and_bad_images_are_said() throws IOException {
        Path wrong = folder.resolve("wrong.png");
        Files.writeString(wrong, "no image");
        Shell shell = redraw(
                wrong.toString(),
                image.toString(),
                folder.resolve("missing.png").toString());
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.out())
                .isEqualTo("1 image redrawn as 0, 1, 2, 3, 4, 5, 6, 7, 8, 9: " + run.resolve("redraw.png") + "\n");
        assertThat(shell.err()).hasLineCount(2).contains("wrong.png", "missing.png");
        assertThat(Files.exists(run.resolve("redraw.png"))).isTrue();
    }

    @Test
    void a_label_that_does_not_exist_is_refused() {
        Shell shell = redraw(image.toString(), "--label", "12");
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("gan4j: --label must be classes as in 3 or 0-9 or all, got '12'; the classes are"
                        + " 0, 1, 2, 3, 4, 5, 6, 7, 8, 9\n");
    }

    @Test
    void an_unknown_measure_is_refused_before_anything_is_opened_or_trained() {
        Shell shell = Shell.run("redraw", folder.resolve("no-run").toString(), "--measures", "slant,width");
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).hasLineCount(1).startsWith("gan4j: unknown measure 'width'; known measures: ");
    }

    @Test
    void an_output_that_cannot_be_written_is_said_in_one_line() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "in the way");
        Shell shell =
                redraw(image.toString(), "--out", file.resolve("drawn.png").toString());
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.err()).hasLineCount(1).contains(file.toString());
        assertThat(redraw(image.toString(), "--out", "drawn.gif").err())
                .isEqualTo("gan4j: --out must end in .png, got 'drawn.gif'\n");
    }

    @Test
    void a_run_of_another_kind_is_refused() {
        Shell shell = Shell.run("classify", run.toString());
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.err()).hasLineCount(1).contains("does not tell classes apart");
    }

    @Test
    void options_of_the_score_and_of_the_picture_are_not_taken_for_one_another() {
        for (String[] option : new String[][] {{"--count", "500"}, {"--measures", "slant"}}) {
            Shell shell = redraw(image.toString(), option[0], option[1]);
            assertThat(shell.code()).as(option[0]).isEqualTo(2);
            assertThat(shell.err()).isEqualTo("gan4j: " + option[0] + " is for scoring, which takes no images\n");
        }
        Shell shell = redraw("--label", "3");
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err())
                .startsWith("gan4j: --label is for images to redraw")
                .hasLineCount(1);
    }

    @Test
    void wrong_numbers_are_refused() {
        assertThat(redraw("--count", "0").err()).isEqualTo("gan4j: --count must be between 1 and 100000, got 0\n");
    }
}
