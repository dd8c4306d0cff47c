package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans hold the game's own records, and yet need nothing of the native library. */
class PresetsLoadNothingTest {
    @Test
    void presets_are_read_checked_and_printed_without_a_class_of_the_native_library() throws IOException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintedPresets.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).anyMatch(line -> line.contains("io.github.gan4j.plan.Plan source:"));
        assertThat(lines).anyMatch(line -> line.contains("io.github.gan4j.networks.Dcgan$Generator source:"));
        for (String name : Presets.names())
            assertThat(lines).anyMatch(line -> line.startsWith("true " + name + " ") && line.endsWith(" -> 17]"));
        assertThat(lines)
                .contains("generator.optimizer.learningRate must stay between 0.0 and 100.0, got -1.0")
                .noneMatch(line -> line.contains("org.bytedeco"));
    }
}
