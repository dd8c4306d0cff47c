package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
    @TempDir
    static Path folder;

    private static Path run;

    /** Images that are bright or dark, a folder for each, and a run that has learned the two from ten of them. */
    @BeforeAll
    static void train() throws IOException {
        Path photos = folder.resolve("photos");
        for (int i = 0; i < 60; i++) {
            byte[] pixels = new byte[256];
            Arrays.fill(pixels, (byte) (i % 2 == 0 ? 20 + i : 170 + i));
            Path file = photos.resolve(i % 2 == 0 ? "dark" : "bright").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFile.png(new Picture(16, 16, 1, pixels)));
        }
        run = folder.resolve("run");
        Shell shell = Shell.run(
                "train",
                "mnist-semi-supervised-as-published",
                "--data",
                photos.toString(),
                "--images",
                "600",
                "--set",
                "threads=1",
                "--set",
                "data.size=16",
                "--set",
                "batchSize=20",
                "--set",
                "generator.network.hidden=[8]",
                "--set",
                "discriminator.network.hidden=[16, 8]",
                "--set",
                "discriminator.supervision={labelled: 10, batchSize: 10}",
                "--out",
                run.toString());
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains("use it     gan4j classify " + run + "\n")
                .doesNotContain("gan4j sample");
    }

    @Test
    void a_run_is_graded_beside_the_same_network_taught_the_labels_alone() throws IOException {
        Shell shell = Shell.run("classify", run.toString(), "--baseline-steps", "50");
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains("semi-supervised, 10 labels and the rest of the images")
                .contains("supervised, the same network and 10 labels alone")
                .contains("of 10 images misclassified")
                .endsWith("classify.json\n");
        assertThat(shell.err()).contains(run + ": its data has no test part: training saw the images that are scored");
        var json = Json.parse(Files.readAllBytes(run.resolve("classify.json")));
        assertThat(json.at("/semiSupervised/images").asInt()).isEqualTo(10);
        assertThat(json.at("/semiSupervised/confusion/0").size()).isEqualTo(2);
        assertThat(json.at("/supervised/images").asInt()).isEqualTo(10);
        assertThat(json.path("labelled").asInt()).isEqualTo(10);
    }

    @Test
    void images_get_a_class_each_and_one_that_cannot_be_read_is_said() throws IOException {
        Path dark = folder.resolve("photos/dark/0.png"), wrong = folder.resolve("wrong.png");
        Files.writeString(wrong, "no image");
        Shell all = Shell.run("classify", run.toString(), dark.getParent().toString());
        assertThat(all.code()).isZero();
        assertThat(all.out())
                .startsWith(dark + ": dark (")
                .hasLineCount(dark.getParent().toFile().list().length);
        Shell shell = Shell.run("classify", run.toString(), wrong.toString(), dark.toString());
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.out()).startsWith(dark + ": dark (").endsWith(" %)\n").hasLineCount(1);
        assertThat(shell.err()).startsWith("gan4j: " + wrong).hasLineCount(1);
        var json = Json.parse(Shell.run("classify", run.toString(), dark.toString(), "--json")
                .out()
                .getBytes(StandardCharsets.UTF_8));
        assertThat(json.at("/images/0/label").asText()).isEqualTo("dark");
        assertThat(json.at("/provenance/libtorch").asText()).isNotEmpty();
        assertThat(json.at("/provenance/checksums")).isNotEmpty();
    }

    @Test
    void all_images_that_somebody_names_are_scored() {
        Shell shell = Shell.run(
                "classify",
                run.toString(),
                "--against",
                folder.resolve("photos").toString(),
                "--baseline-steps",
                "0",
                "--out",
                folder.resolve("all.json").toString());
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out()).contains(" of 60 images misclassified");
        assertThat(shell.err()).doesNotContain("test part");
    }

    @Test
    void data_of_other_classes_is_refused() {
        Shell shell = Shell.run("classify", run.toString(), "--against", "strokes", "--baseline-steps", "0");
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).hasLineCount(1).contains("the classes of the classifier, [bright, dark]");
    }

    @Test
    void what_decides_about_a_score_is_refused_beside_images() {
        String image = folder.resolve("photos/dark/0.png").toString();
        for (String[] option :
                new String[][] {{"--out", "a.json"}, {"--against", "mnist"}, {"--baseline-steps", "2000"}}) {
            Shell shell = Shell.run("classify", run.toString(), image, option[0], option[1]);
            assertThat(shell.code()).as(option[0]).isEqualTo(2);
            assertThat(shell.err()).hasLineCount(1).startsWith("gan4j: " + option[0] + " is for scoring");
        }
    }

    @Test
    void wrong_options_are_refused() {
        Shell shell = Shell.run("classify", run.toString(), "--baseline-steps", "-1");
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("gan4j: --baseline-steps must be between 0 and 1000000, got -1\n");
    }
}
