package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and its like, in a process of their own. */
class StopTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_ends_training_within_seconds_with_a_checkpoint(String signal, int code) throws Exception {
        assumeTrue(File.separatorChar == '/', "skipped: this system knows no signals");
        assumeSignalsArrive();
        Path run = folder.resolve("run");
        Process process =
                new ProcessBuilder(endless(run)).redirectErrorStream(true).start();
        long pid = process.pid();
        ends(process, " images  D ", run, () -> new ProcessBuilder("kill", "-" + signal, "" + pid).start());
        assertThat(process.exitValue()).isEqualTo(code);
        goesOn(run);
    }

    @Test
    void the_key_does_so_on_a_terminal_where_a_bar_is_shown() throws Exception {
        assumeSignalsArrive();
        Path run = folder.resolve("run");
        String command = endless(run).stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Process terminal = terminal(command);
        ends(terminal, "img/s", run, () -> {
            terminal.getOutputStream().write(3);
            terminal.getOutputStream().flush();
        });
        goesOn(run);
    }

    /** A shell lets what it starts in the background ignore SIGINT, and all that this starts in turn. */
    private static void assumeSignalsArrive() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return;
        String ignored = Files.readString(status)
                .lines()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        boolean interrupt = (Long.parseUnsignedLong(ignored, 16) >> 1 & 1) == 1;
        assumeTrue(
                !interrupt, "skipped: these tests were started with SIGINT ignored, as in the background of a shell");
    }

    private static Process terminal(String command) {
        ProcessBuilder script = quick(List.of("script", "-qec", command, "/dev/null"));
        script.environment().put("TERM", "xterm");
        try {
            return script.start();
        } catch (IOException missing) {
            return abort("skipped: a terminal is made by the program 'script', which this system has not");
        }
    }

    /** Without this, OpenBLAS takes every core when it loads. */
    private static ProcessBuilder quick(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
        return builder;
    }

    private interface Stop {
        void now() throws IOException;
    }

    private static void ends(Process process, String sign, Path run, Stop stop) throws Exception {
        // whatever goes wrong, the lines come to an end
        CompletableFuture.delayedExecutor(90, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> seen = new ArrayList<>();
            do seen.add(String.valueOf(lines.readLine()));
            while (!seen.get(seen.size() - 1).contains(sign) && !seen.contains("null"));
            assertThat(seen).anyMatch(line -> line.contains(sign));
            stop.now();
            String rest = String.join("\n", lines.lines().toList());
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(rest).contains("stopped: ", "continue   gan4j resume " + run);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> endless(Path run) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Gan4j.class.getName()));
        command.addAll(Tiny.arguments("strokes", run, "--set", "stop.images=100000000"));
        return command;
    }

    private static void goesOn(Path run) throws IOException {
        String last = Files.readString(run.resolve("events.jsonl"))
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last).contains("\"ending\":\"asked\"");
        long images = Long.parseLong(last.replaceAll(".*\"imagesSeen\":(\\d+).*", "$1"));
        Shell resumed = Shell.run("resume", run.toString(), "--images", Long.toString(images + 16));
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.code()).isZero();
    }
}
