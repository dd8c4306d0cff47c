package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    @TempDir
    static Path folder;

    @Test
    void a_tiny_bench_prints_its_table_and_says_where_the_rest_is() {
        Shell shell = Shell.run(
                "bench",
                "grid",
                "--recipe",
                "own",
                "--seeds",
                "1",
                "--budget",
                "1e-5",
                "--threads",
                "1",
                "--out",
                folder.toString());
        assertThat(shell.code()).isZero();
        assertThat(shell.err()).startsWith("gan4j: gan4j's recipe, seed 1: ");
        assertThat(shell.out())
                .startsWith("grid: 25 normal distributions")
                .endsWith("written: " + folder.resolve("grid.csv") + "\n");
    }

    @Test
    void what_somebody_else_put_into_the_folder_is_left_alone(@TempDir Path own) throws IOException {
        Path photo = own.resolve("own-seed-01/photos/a.txt");
        Files.createDirectories(photo.getParent());
        Files.writeString(photo, "mine");
        Shell refused =
                Shell.run(("bench grid --recipe own --seeds 1 --budget 1e-5 --threads 1 --out " + own).split(" "));
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).startsWith("gan4j: " + own).hasLineCount(1);
        assertThat(photo).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swiss | unknown benchmark 'swiss'; known benchmarks: ring, grid, synthetic-1200, stacked-mnist,"
                        + " stacked-mnist-small-discriminator, collapse, teams-ring, teams-grid, teams-mnist, mnist",
                "ring --seeds 0 | seeds must be between 1 and 1000, got 0",
                "ring --recipe mine | recipe must be published, own or both, got 'mine'",
                "ring --threads -1 | threads must be between 0 and 1024, got -1"
            })
    void wrong_options_are_refused_in_one_line(String arguments, String message) {
        Shell shell = Shell.run(("bench " + arguments).split(" "));
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("gan4j: " + message + "\n");
    }
}
