package io.github.gan4j.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellQuoteTest {
    @Test
    void ordinary_paths_stay_as_they_are() {
        for (String path : new String[] {"runs/2026-01-01-1020-ring", "räume/图", "a+b@c%d=e:f,g.h_i"})
            assertThat(ShellQuote.of(Path.of(path))).isEqualTo(path);
        assertThat(ShellQuote.of("my run #1")).isEqualTo("'my run #1'");
        assertThat(ShellQuote.of("-x")).isEqualTo("./-x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "it's",
                "$HOME",
                "`id`",
                "a;rm -rf b",
                "#1",
                "~",
                "a\nb",
                "a\u001b[2J'\\",
                "ü\tü",
                "*",
                "!x",
                "a\\b",
                "\"",
                "(a)"
            })
    void a_shell_reads_the_word_back(String word) throws IOException {
        Assumptions.assumeTrue(Path.of("/bin/bash").toFile().canExecute(), "there is no /bin/bash");
        String script = "printf %s " + ShellQuote.of(word) + "\n";
        Process shell = new ProcessBuilder("/bin/bash").start();
        shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(word);
    }
}
