package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    static Path folder;

    @Test
    void a_run_is_exported_into_its_folder_and_refuses_what_it_does_not_know() {
        Path run = folder.resolve("run");
        assertThat(Tiny.train("strokes", run).code()).isZero();
        Shell shell = Shell.run("export", run.toString(), "--format", "onnx,torchscript");
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("generator.onnx", "generator.pt", "largest difference", "ONNX Runtime");
        assertThat(run.resolve("export/proof.json")).exists();
        assertThat(Shell.run("export", run.toString()).code())
                .as("it is there already")
                .isEqualTo(1);
        Shell unknown =
                Shell.run("export", run.toString(), "--to", folder.resolve("x").toString(), "--format", "onx");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("unknown format 'onx'");
        assertThat(Files.exists(folder.resolve("x"))).isFalse();
    }
}
