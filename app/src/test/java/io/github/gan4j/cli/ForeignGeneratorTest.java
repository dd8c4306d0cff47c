package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        Shell shell = Shell.run("export", run.toString(), "--to", exported.toString(), "--format", "onnx,torchscript");
        assertThat(shell.code()).as(shell.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generator.onnx", "generator.pt"})
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
        assertThat(scores(exported.resolve("generator.onnx"), options)).isEqualTo(scores(run, options));
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
}
