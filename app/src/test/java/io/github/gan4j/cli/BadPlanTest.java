package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that cannot be followed: refused before anything is written. Odd ones that can be are followed. */
class BadPlanTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data.size=30 | dcgan is for multiples of 4 from 16 to 256 pixels, got 30 (generator.network; the size is data.size)",
                "data.size=260 | dcgan is for multiples of 4 from 16 to 256 pixels, got 260 (generator.network; the size is data.size)",
                "data.size=3 | data.size must be between 4 and 1024, got 3",
                "data.channels=3 | data.channels=3: unknown key 'channels' in data; known keys: size",
                "generator.network.kernel=3 | generator.network.kernel must be 4 or 5, got 3",
                "threads=1000 | threads must be at most ",
                "discriminator.augmentations=[{packing: 3}] | batchSize must divide by the 3 samples of a pack, got 8",
                "data=[1] | data=[1]: data must be one of grid, images, mixture, normal, patches, points, published, ring, spiral, stacked-mnist, strokes, synthetic-1200; got [1]",
            })
    void an_impossible_value_is_one_line_and_exit_code_two(String setting, String message) {
        Path run = folder.resolve("runs/one");
        Shell refused = Tiny.train("strokes", run, "--set", setting);
        assertThat(refused.err()).startsWith("gan4j: " + message).hasLineCount(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.code()).isEqualTo(2);
        assertThat(run.getParent()).doesNotExist();
    }

    @Test
    void more_memory_than_the_machine_has_is_refused_before_the_system_kills_the_program() {
        Shell refused = Shell.run("train", "--batch-size", "65536", "--set", "generator.network.width=4096");
        assertThat(refused.err())
                .matches("gan4j: the plan needs about \\d+ MiB, but this machine has \\d+ MiB;"
                        + " lower batchSize \\(65536\\) or the networks' width\\R");
        assertThat(refused.code()).isEqualTo(2);
    }

    @Test
    void points_for_convolutions_are_refused_with_what_suits_them() {
        for (String source : new String[] {"normal", "mixture", "ring", "grid", "spiral"}) {
            Shell refused = Shell.run("train", "--data", source);
            assertThat(refused.err())
                    .startsWith("gan4j: dcgan is for images, not for a point of ")
                    .contains("use perceptron (generator.network); the preset gaussian-1d suits points")
                    .hasLineCount(1);
            assertThat(refused.code()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"mixture", "ring", "grid", "spiral"})
    void the_preset_for_points_takes_every_source_of_points(String source) {
        Path run = folder.resolve(source);
        Shell train = Shell.run(
                "train", "gaussian-1d", "--data", source, "--images", "512", "--threads", "1", "--out", run.toString());
        assertThat(train.err()).isEmpty();
        assertThat(train.code()).isZero();
    }

    @Test
    void several_players_and_batches_of_one_train() {
        Shell several = Tiny.train(
                "strokes",
                folder.resolve("several"),
                "--set",
                "generator.team.count=2",
                "--set",
                "discriminator.team.count=3");
        assertThat(several.err()).isEmpty();
        assertThat(several.code()).isZero();
        assertThat(folder.resolve("several/checkpoints/000000032.safetensors")).exists();
        Shell ones =
                Shell.run("train", "--batch-size", "1", "--images", "2", "--threads", "1", "--out", folder + "/ones");
        assertThat(ones.err().lines()).containsExactly("gan4j: batchSize is 1; the preset strokes has 64");
        assertThat(ones.code()).isZero();
    }

    @Test
    void plan_files_that_cannot_be_used_are_named() throws IOException {
        planFile(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, 1, "cannot be read: it is not UTF-8");
        planFile(new byte[2 << 20], 1, "cannot be read: has 2097152 bytes, at most 1048576");
        planFile(
                "generatr: {network: dcgan}".getBytes(),
                2,
                "unknown key 'generatr'; known keys: name, about, seed, threads,");
        planFile("batchSize: [64\n".getBytes(), 2, "line 1: expected ',' or ']'");
        planFile("just words".getBytes(), 2, "expected keys and values, got just words");
    }

    @Test
    void a_plan_that_never_ends_is_one_line_and_one_from_a_pipe_is_read() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "skipped: this system has no /dev/zero");
        Shell endless = Shell.run("train", "--plan", "/dev/zero");
        assertThat(endless.err())
                .isEqualTo("gan4j: /dev/zero: cannot be read: has more than 1048576 bytes" + System.lineSeparator());
        assertThat(endless.code()).isOne();
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: there is no mkfifo");
        new ProcessBuilder("/bin/sh", "-c", "echo 'batchSize: [64' >\"$0\"", pipe.toString()).start();
        assertThat(Shell.run("train", "--plan", pipe.toString()).err())
                .startsWith("gan4j: " + pipe + ": line 1: ")
                .hasLineCount(1);
    }

    private void planFile(byte[] content, int code, String message) throws IOException {
        Path file = Files.write(folder.resolve("my.yaml"), content);
        Shell refused = Shell.run("train", "--plan", file.toString());
        assertThat(refused.err()).startsWith("gan4j: " + file + ": " + message).hasLineCount(1);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void a_run_folder_that_cannot_be_made_is_refused_and_nothing_is_touched() throws IOException {
        Path file = Files.writeString(folder.resolve("thesis.tex"), "mine");
        out(folder, folder + ": exists already and is not empty; give another folder, or resume the run in it");
        out(file, file + ": is not a folder");
        out(file.resolve("run"), file.resolve("run") + ": " + file + " is not a folder");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(file).hasContent("mine");
    }

    private static void out(Path out, String message) {
        Shell refused = Tiny.train("strokes", out);
        assertThat(refused.err()).isEqualTo("gan4j: " + message + System.lineSeparator());
        assertThat(refused.code()).isEqualTo(1);
    }
}
