package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.tensor.ProgramFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static Path photos() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        for (int i = 0; i < 3; i++) {
            byte[] pixels = new byte[20 * 18 * 3];
            new Random(i).nextBytes(pixels);
            ImageFile.writePng(photos.resolve(i + ".png"), new Picture(20, 18, 3, pixels));
        }
        return photos;
    }

    /** The image input of an exported file, and the proof of every file. */
    private static List<Long> exported(Path run, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("export", run.toString(), "--format", "onnx,torchscript,safetensors"));
        arguments.addAll(List.of(more));
        Shell shell = Shell.run(arguments.toArray(String[]::new));
        assertThat(shell.code()).as(shell.err()).isZero();
        assertThat(shell.out().lines().filter(line -> line.contains("largest difference")))
                .hasSize(3);
        try (Stream<Path> files = Files.list(run.resolve("export"))) {
            Path onnx = files.filter(file -> file.toString().endsWith(".onnx"))
                    .findFirst()
                    .orElseThrow();
            try (ProgramFile program = ProgramFile.read(onnx)) {
                return program.inputs().get(0).shape();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"denoise", "super-resolution-content"})
    void what_restores_or_enlarges_takes_images_of_any_size(String preset) throws IOException {
        Path run = folder.resolve(preset);
        Shell made = Tiny.train(
                preset, run, "--data", photos().toString(), "--set", "metrics=none", "--set", "data.channels=3");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(exported(run)).containsExactly(-1L, 3L, -1L, -1L);
    }

    @Test
    void what_draws_anew_takes_an_image_and_a_class() throws IOException {
        Path run = folder.resolve("redraw");
        Shell made = Tiny.train("strokes-redraw", run, "--set", "generator.input.encoded.network.width=2");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(exported(run, "--part", "redrawer")).containsExactly(-1L, 1L, 16L, 16L);
        assertThat(Files.readString(run.resolve("export/proof.json"))).contains("label", "redrawn");
    }

    @Test
    void a_discriminator_that_knows_classes_gives_their_probabilities() throws IOException {
        Path run = folder.resolve("semi");
        Shell made = Shell.run(
                "train",
                "mnist-semi-supervised-as-published",
                "--data",
                "strokes",
                "--images",
                "200",
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
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(exported(run, "--part", "classifier")).containsExactly(-1L, 1L, 16L, 16L);
        assertThat(Files.readString(run.resolve("export/proof.json"))).contains("probabilities");
        Path config;
        try (Stream<Path> files = Files.walk(run.resolve("export"))) {
            config = files.filter(file -> file.endsWith("config.json"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(Json.parse(Files.readAllBytes(config)).path("classes"))
                .extracting(JsonNode::asText)
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
}
