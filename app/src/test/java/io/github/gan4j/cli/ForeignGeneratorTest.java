package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported files are used like the run that they come from. */
class ForeignGeneratorTest {
    @TempDir
    static Path folder;

    private static Path run;
    private static Path exported;

    @BeforeAll
    static void train() {
        run = folder.resolve("run");
        exported = folder.resolve("exported");
        Shell trained = Tiny.train("mnist-conditional", run, "--data", "strokes");
        assertThat(trained.code()).as(trained.err()).isZero();
        Shell shell = Shell.run(
                "export", run.toString(), "--to", exported.toString(), "--format", "onnx,torchscript,safetensors");
        assertThat(shell.code()).as(shell.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generator.onnx", "generator.pt", "model.safetensors", "."})
    void a_file_makes_the_samples_of_its_run(String name) throws IOException {
        Path own = folder.resolve(name + "-own.png"), foreign = folder.resolve(name + ".png");
        for (Path[] pair : new Path[][] {{run, own}, {exported.resolve(name), foreign}}) {
            Shell shell = Shell.run(
                    "sample", pair[0].toString(), "--seeds", "5-9", "--labels", "2,7", "--out", pair[1].toString());
            assertThat(shell.code()).as(shell.err()).isZero();
        }
        byte[] wanted = Files.readAllBytes(own);
        assertThat(Files.readAllBytes(foreign))
                .as("%s", Arrays.hashCode(wanted))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generator.onnx", "generator.pt"})
    void a_file_is_walked_through_and_added_up_like_its_run(String name) throws IOException {
        for (String verb : new String[] {"walk --frames 6 --label 3", "mix --plus 1,2 --minus 3 --label 3"}) {
            String ending = verb.startsWith("walk") ? "-walk.gif" : "-mix.png";
            Path own = folder.resolve(name + "-own" + ending), foreign = folder.resolve(name + ending);
            for (Path[] pair : new Path[][] {{run, own}, {exported.resolve(name), foreign}}) {
                List<String> words = new ArrayList<>(List.of(verb.split(" ")));
                words.addAll(1, List.of(pair[0].toString(), "--out", pair[1].toString()));
                Shell shell = Shell.run(words.toArray(String[]::new));
                assertThat(shell.code()).as(verb + shell.err()).isZero();
            }
            assertThat(foreign).as(verb).hasSameBinaryContentAs(own);
        }
        assertThat(Files.readString(folder.resolve(name + "-mix.json"))).contains("\"" + name + "\" : \"");
    }

    @Test
    void a_file_is_refused_where_derivatives_or_checkpoints_are_needed() {
        Path file = exported.resolve("generator.onnx");
        Path image = folder.resolve("image.png");
        Shell.run("sample", run.toString(), "--count", "1", "--out", image.toString());
        Shell project = Shell.run("project", file.toString(), image.toString(), "--starts", "8", "--label", "1");
        assertThat(project.err())
                .isEqualTo("gan4j: an ONNX file has no derivatives; this needs the run that it was exported from, or a"
                        + " TorchScript file\n");
        assertThat(project.code()).isEqualTo(2);
        Path script = exported.resolve("generator.pt");
        assertThat(Shell.run(
                                "project",
                                script.toString(),
                                image.toString(),
                                "--starts",
                                "8",
                                "--steps",
                                "2",
                                "--label",
                                "1")
                        .code())
                .isZero();
        assertThat(Shell.run("sample", file.toString(), "--best").err())
                .isEqualTo("gan4j: " + file + ": a file holds one generator; only a run has a best checkpoint\n");
    }

    @Test
    void a_file_scores_what_its_run_scores() {
        String[] options = {
            "--metrics",
            "sliced-wasserstein",
            "--count",
            "40",
            "--extractor",
            "random-convolution",
            "--against",
            "strokes"
        };
        String wanted = scores(run, options);
        for (Path file : List.of(exported.resolve("generator.onnx"), exported))
            assertThat(scores(file, options)).as("%s", file).isEqualTo(wanted);
    }

    private static String scores(Path path, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "evaluate";
        all[1] = path.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        Shell shell = Shell.run(all);
        assertThat(shell.code()).as(shell.err()).isZero();
        return shell.out().replaceFirst(".*\n", "");
    }

    @Test
    void a_file_of_another_kind_is_refused_in_a_line() throws IOException {
        Path text = folder.resolve("letter.onnx");
        Files.writeString(text, "dear");
        Shell shell = Shell.run("sample", text.toString());
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.err().strip().lines()).hasSize(1);
    }

    @Test
    void a_file_that_makes_points_is_sent_to_its_run_for_evaluation_with_and_without_images() {
        Path points = folder.resolve("points"), files = folder.resolve("points-files");
        Shell.run("train", "gaussian-1d", "--images", "320", "--out", points.toString());
        Shell.run("export", points.toString(), "--format", "onnx", "--to", files.toString());
        String file = files.resolve("generator.onnx").toString();
        for (String[] options : new String[][] {{}, {"--against", "strokes"}}) {
            List<String> words = new ArrayList<>(List.of("evaluate", file));
            words.addAll(List.of(options));
            Shell shell = Shell.run(words.toArray(String[]::new));
            assertThat(shell.err())
                    .isEqualTo("gan4j: " + file
                            + ": makes points, and the file does not hold their distribution; evaluate the run\n");
            assertThat(shell.code()).isEqualTo(2);
        }
    }
}
