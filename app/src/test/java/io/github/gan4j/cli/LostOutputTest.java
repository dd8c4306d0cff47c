package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A result that goes to a file on a full disk is missing, which the exit code says; a reader that has enough is no failure. */
@EnabledOnOs(OS.LINUX)
class LostOutputTest {
    private static ProcessBuilder presets() {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Gan4j.class.getName(),
                "presets");
    }

    private static String errors(Process program) throws IOException {
        return new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void what_a_full_disk_did_not_take_is_told() throws Exception {
        Process program = presets().redirectOutput(new File("/dev/full")).start();
        assertThat(errors(program)).isEqualTo("gan4j: a part of the output could not be written; is the disk full?\n");
        assertThat(program.waitFor()).isEqualTo(1);
    }

    @Test
    void a_pipe_that_is_closed_early_is_not() throws Exception {
        Process program = presets().start();
        program.getInputStream().close();
        assertThat(errors(program)).isEmpty();
        assertThat(program.waitFor()).isZero();
    }
}
