package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
    @TempDir
    private Path folder;

    private Shell tune(String... more) {
        String[] all = new String[more.length + 8];
        String[] first = {"tune", "gaussian-1d", "--threads", "1", "--set", "batchSize=16", "--out", folder.toString()};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Shell.run(all);
    }

    @Test
    void prints_who_won_and_how_to_train_so() {
        Shell shell = tune(
                "--minutes",
                "0.002",
                "--seeds",
                "1",
                "--vary",
                "batchSize=[16,8]",
                "--set",
                "metrics.names=[wasserstein]");
        assertThat(shell.err()).contains("round 1 of 1: 2 settings, 1 seed,");
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .startsWith("rank  wasserstein")
                .contains("first      batchSize=", "cannot be distinguished from batchSize=")
                .contains("gan4j train --plan " + folder.resolve("winner.yaml"));
        assertThat(folder.resolve("winner.yaml")).exists();
    }

    @Test
    void what_somebody_else_put_into_the_folder_is_left_alone() throws IOException {
        Path photo = folder.resolve("c01-seed-01/photos/a.txt"), winner = folder.resolve("winner.yaml");
        Files.createDirectories(photo.getParent());
        Files.writeString(photo, "mine");
        Files.writeString(winner, "mine, too");
        Shell refused = tune("--minutes", "0.002", "--seeds", "1", "--vary", "batchSize=[16,8]");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).startsWith("gan4j: " + folder).hasLineCount(1);
        assertThat(photo).hasContent("mine");
        assertThat(winner).hasContent("mine, too");
    }

    @Test
    void refuses_wrong_options_in_one_line() {
        assertThat(tune("--vary", "batchSize").code()).isEqualTo(2);
        assertThat(tune("--vary", "batchSize").err()).contains("--vary is written key=[a,b,c]");
        assertThat(tune("--try", " ; ").err())
                .contains("--try is written key=value, or 'key=value; key=value'; got ' ; '");
        assertThat(tune("--try", "batchSize").err()).contains("batchSize");
        assertThat(tune("--try", "batchSize=8; generator.input.size=0").err()).contains("size must be");
        assertThat(tune("--seed", "3").err()).contains("unknown option '--seed'; did you mean '--seeds'?");
        assertThat(tune("--auto-remedy").err()).contains("unknown option '--auto-remedy'");
        assertThat(tune("--seeds", "0").err()).contains("seeds must be between 1 and 100, got 0");
        assertThat(tune("--minutes", "0").err()).contains("--minutes must be above 0, got 0");
        assertThat(tune("--set", "metrics.names=[ms-ssim]").err()).contains("decides no race");
    }
}
