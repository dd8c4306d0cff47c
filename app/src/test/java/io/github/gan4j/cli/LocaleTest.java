package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the locale knows ASCII only, Java cannot express other names; the program says so and what to set. */
@EnabledOnOs(OS.LINUX)
class LocaleTest {
    @TempDir
    Path folder;

    private String said(String locale, String command) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m io.github.gan4j.cli.Gan4j ";
        String name = "\"$(printf 'r\\303\\244ume')\"";
        ProcessBuilder shell = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "mkdir -p " + name + "; : >" + name + "/a.png; " + java + command.replace("NAME", name))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().put("LC_ALL", locale);
        shell.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process program = shell.start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isNotZero();
        return said;
    }

    @Test
    void what_to_set_is_said_in_one_line() throws IOException, InterruptedException {
        for (String command : new String[] {"data info NAME", "data check .", "sample NAME", "train ring --out NAME"})
            assertThat(said("POSIX", command))
                    .as(command)
                    .hasLineCount(1)
                    .startsWith("gan4j: ")
                    .contains("; set LC_ALL=C.UTF-8")
                    .doesNotContain("Exception", "java.nio");
        assertThat(said("C.UTF-8", "data info NAME")).contains("räume").doesNotContain("LC_ALL");
    }
}
