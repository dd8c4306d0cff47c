package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpLoadsNothingTest {
    @ParameterizedTest
    @ValueSource(strings = {"--stacktrace", "train", "presets"})
    void help_loads_no_class_of_the_native_libraries(String first) throws IOException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Gan4j.class.getName(),
                        first,
                        "--help")
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).contains("io.github.gan4j.cli.Gan4j").contains("--stacktrace");
        assertThat(output).doesNotContain("org.bytedeco").doesNotContain("io.github.gan4j.tensor");
    }
}
