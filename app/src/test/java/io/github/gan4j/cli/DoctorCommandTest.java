package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    private Path run(String events) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("plan.yaml"), "name: mine\nstop: {images: 100}\n");
        Files.writeString(run.resolve("events.jsonl"), events);
        return run;
    }

    private static String collapsed() {
        StringBuilder events = new StringBuilder();
        for (int i = 1; i <= 20; i++)
            events.append(
                    "{\"imagesSeen\": %d, \"pReal\": 0.6, \"pFake\": 0.4, \"diversity\": 0.01}\n".formatted(1000 * i));
        return events.toString();
    }

    @Test
    void says_what_is_wrong_and_what_helps() throws IOException {
        Shell shell = Shell.run("doctor", run(collapsed()).toString());
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .startsWith(
                        "Total collapse since 7 000 real samples: all samples are nearly identical; diversity 0.01 (threshold 0.15)")
                .contains("try        a relativistic loss with gradient penalties: --set objective=relativistic");
    }

    @Test
    void prints_the_same_for_programs() throws IOException {
        Shell shell = Shell.run("doctor", run(collapsed()).toString(), "--json");
        assertThat(Json.parse(shell.out().getBytes(StandardCharsets.UTF_8))
                        .path("diagnosis")
                        .asText())
                .isEqualTo("total-collapse");
    }

    @Test
    void names_what_is_missing_or_damaged() throws IOException {
        assertThat(Shell.run("doctor", folder.resolve("none").toString()).err()).contains("no such folder");
        Path run = run("{}\nnonsense\n{}\n");
        Shell damaged = Shell.run("doctor", run.toString());
        assertThat(damaged.code()).isZero();
        assertThat(damaged.err()).contains("events.jsonl: ");
        Files.delete(run.resolve("events.jsonl"));
        assertThat(Shell.run("doctor", run.toString()).err()).contains("has no events yet");
    }

    @Test
    void remedies_are_asked_for_with_a_bounded_number() {
        Shell shell = Shell.run("train", "gaussian-1d", "--auto-remedy=99", "--dry-run");
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).contains("tries must be between 0 and 20, got 99");
        assertThat(Shell.run("train", "gaussian-1d", "--auto-remedy", "--dry-run")
                        .out())
                .contains("tries: 3");
    }
}
