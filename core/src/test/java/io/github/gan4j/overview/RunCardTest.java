package io.github.gan4j.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCardTest {
    private static final long LONG_AGO = 1_700_000_000_000L;

    @TempDir
    Path folder;

    private RunFolder run;

    @BeforeEach
    void make() throws IOException {
        run = RunFolder.create(folder.resolve("run"));
        plan("first", LONG_AGO);
        Files.writeString(run.events(), "{\"step\":1,\"imagesSeen\":64}\n");
    }

    private void plan(String name, long changed) throws IOException {
        Files.writeString(run.plan(), "base: ring\nname: " + name + "\n");
        Files.setLastModifiedTime(run.plan(), FileTime.fromMillis(changed));
    }

    @Test
    void it_grows_with_the_events_and_reads_its_plan_again_only_when_that_has_changed() throws IOException {
        RunCard first = RunCard.read("run", run);
        Files.writeString(run.events(), "{\"step\":2,\"imagesSeen\":128}\n", StandardOpenOption.APPEND);
        plan("other", LONG_AGO);
        RunCard second = first.again(run);
        assertThat(second.json().path("imagesSeen").asInt()).isEqualTo(128);
        assertThat(second.json().path("plan")).isEqualTo(first.json().path("plan"));
        plan("other", LONG_AGO + 1);
        assertThat(second.again(run).json()).isEqualTo(RunCard.read("run", run).json());
        assertThat(second.again(run).json().path("plan").asText()).isEqualTo("other");
    }

    @Test
    void it_counts_the_checkpoints() throws IOException {
        assertThat(RunCard.of(run).path("checkpoints").asInt(-1)).isZero();
        Files.createDirectories(run.checkpoints().path());
        Files.writeString(run.checkpoints().path().resolve("000000064.json"), "{}");
        assertThat(RunCard.of(run).path("checkpoints").asInt()).isEqualTo(1);
    }

    @Test
    void values_of_plans_beside_each_other_are_as_in_a_plan() throws IOException {
        Files.writeString(run.plan(), "rate: 1.0e-05\nsizes: [1.0e-4, 2]\nkind: hinge\n");
        assertThat(RunComparison.plans(List.of(run)).findValuesAsText("key")).containsExactly("rate", "sizes", "kind");
        assertThat(RunComparison.plans(List.of(run)).findValues("values").stream()
                        .map(values -> values.path(0).asText()))
                .containsExactly("0.00001", "0.0001, 2", "hinge");
    }

    @Test
    void a_plan_that_was_written_just_before_it_was_read_is_read_again() throws IOException {
        long now = System.currentTimeMillis();
        plan("first", now);
        RunCard first = RunCard.read("run", run);
        plan("second", now);
        assertThat(first.again(run).json().path("plan").asText()).isEqualTo("second");
    }
}
