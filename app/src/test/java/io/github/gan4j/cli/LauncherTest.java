package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts gan4j, with a Java that only says how it was started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: a shell script")
class LauncherTest {
    @TempDir
    Path folder;

    private Path script;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        script = Files.copy(Path.of("../gan4j"), folder.resolve("gan4j"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Path lib = Files.createDirectories(folder.resolve("app/src/zip/lib"));
        for (String file : List.of("start.sh", "java.options"))
            Files.copy(Path.of("../app/src/zip/lib", file), lib.resolve(file));
        Path jar = folder.resolve("app/target/gan4j.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        java("17.0.15");
    }

    private Path options() {
        return folder.resolve("app/src/zip/lib/java.options");
    }

    private void java(String version) throws IOException {
        Path home = folder.resolve("java" + version);
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, "#!/bin/sh\necho \"locale $LC_ALL\"\necho \"started $*\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.put("JAVA_HOME", home.toString());
    }

    private String said(String before, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", before + " exec \"$0\" \"$@\"", script.toString());
        shell.command().addAll(List.of(arguments));
        shell.environment().putAll(environment);
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void a_newer_java_is_started_without_warnings_about_what_libraries_do() throws Exception {
        assertThat(said("", "presets"))
                .contains("@" + options().toRealPath() + " ", "io.github.gan4j.cli.Gan4j presets")
                .doesNotContain("--sun-misc-unsafe-memory-access");
        java("25.0.3");
        assertThat(said("", "presets")).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void the_options_for_java_are_understood_by_this_one() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + options(),
                        "-XshowSettings:properties",
                        "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("java.awt.headless = true", "org.bytedeco.javacpp.maxPhysicalBytes = 0");
        assertThat(java.waitFor()).isZero();
    }

    @Test
    void too_old_a_java_and_too_few_files_are_one_line() throws Exception {
        assertThat(said("ulimit -n 40;", "presets"))
                .isEqualTo(
                        "gan4j: only 40 files may be open at once, gan4j needs 100; raise the limit: ulimit -n 1024\n");
        java("11.0.2");
        assertThat(said("", "presets"))
                .startsWith("gan4j: Java 17 or newer is needed, but ")
                .hasLineCount(1);
    }

    @Test
    void a_locale_that_knows_ascii_only_is_replaced_and_others_stay() throws Exception {
        environment.put("LC_ALL", "C");
        assertThat(said("", "presets")).containsPattern("locale .*(?i:utf-?8)");
        environment.put("LC_ALL", "C.UTF-8");
        assertThat(said("", "presets")).contains("locale C.UTF-8");
    }

    @Test
    void the_script_for_windows_has_the_line_ends_that_its_shell_reads() throws Exception {
        assertThat(Files.readString(Path.of("../app/src/zip/bin/gan4j.cmd")).split("\n"))
                .allMatch(line -> line.endsWith("\r"));
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), script);
        script = link;
        assertThat(said("", "sample", "a run", "--out", "$x *")).contains("Gan4j sample a run --out $x *");
    }

    @Test
    void the_processors_of_java_are_those_that_were_asked_for() throws Exception {
        String one = "-XX:ActiveProcessorCount=1 ", some = "ActiveProcessorCount";
        environment.put("OMP_NUM_THREADS", "");
        assertThat(said("", "presets")).doesNotContain(some);
        assertThat(said("GAN4J_THREADS=99999", "presets")).doesNotContain(some);
        // a machine of one processor needs no bound
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertThat(said("GAN4J_THREADS=1", "presets")).contains(one);
            assertThat(said("OMP_NUM_THREADS=1", "presets")).contains(one);
            assertThat(said("OMP_NUM_THREADS=1 GAN4J_THREADS=99999", "presets")).doesNotContain(some);
        }
        assertThat(said("WORLD_SIZE=2 OMP_NUM_THREADS=1", "presets")).doesNotContain(some);
        for (String wrong : List.of("0", "-1", "two", "1.5", "100000"))
            assertThat(said("GAN4J_THREADS=" + wrong, "presets"))
                    .isEqualTo("gan4j: GAN4J_THREADS must be a whole number from 1 to 99999, got '" + wrong + "'\n");
    }

    @Test
    void classes_kept_in_memory_are_used_where_they_are_newer_than_the_jar() throws Exception {
        assertThat(said("", "presets")).doesNotContain("SharedArchiveFile");
        Path jar = folder.resolve("app/target/gan4j.jar"), archive = folder.resolve("app/target/gan4j.jsa");
        Files.writeString(archive, "classes");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        assertThat(said("", "presets")).contains("-XX:SharedArchiveFile=" + archive.toRealPath());
        Files.setLastModifiedTime(archive, FileTime.fromMillis(500_000));
        assertThat(said("", "presets")).doesNotContain("SharedArchiveFile");
    }
}
